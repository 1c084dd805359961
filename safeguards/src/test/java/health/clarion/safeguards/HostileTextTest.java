package health.clarion.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import health.clarion.networks.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd, huge and simultaneous texts: spans stay inside, time stays linear, every thread says the same. */
class HostileTextTest {
    private static final long SEED = 20261121;
    private static final int MEGABYTE = 1 << 20;
    private static final String[] PIECES = {
        "committed suicide",
        "I want to die",
        "943 476 5919",
        "+44 7400 123456",
        "a@b.co",
        "@",
        "#",
        "’",
        "\uD83D",
        "\uDE00",
        "👩‍👩‍👧",
        "e\u0301",
        "\u200B",
        "\u0000",
        "\n",
        " ",
        "İ",
        "ﬁ",
        "ﷺ",
        "𝗯𝗼𝗹𝗱",
        "·",
        "l·l",
        "%",
        "1",
        "(",
        "+",
        ".",
        "born 12/12/1990",
        "http://x",
        "causes cancer",
        "\u202E",
        "\uFFFF",
        "cures"
    };

    private final Safeguards safeguards = Safeguards.standard();

    @Test
    void spansAreAlwaysInsideTheText() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            Draft draft = odd(random);
            int length = (int) draft.text().codePoints().count();
            Report report = safeguards.check(draft, Knowledge.empty());
            assertThat(report.findings()).allSatisfy(finding -> {
                assertThat(finding.start()).isBetween(0, length);
                assertThat(finding.end()).isBetween(finding.start(), length);
                assertThat(finding.message()).isNotBlank();
            });
            assertThat(report.claims())
                    .allSatisfy(claim -> assertThat(claim.end()).isLessThanOrEqualTo(length));
            assertThat(report.crisis().score()).isBetween(0.0, 1.0);
            assertThat(report.checkworthy()).isBetween(0.0, 1.0);
        }
    }

    private static Draft odd(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            text.append(random.nextBoolean() ? " " : "");
        }
        String[] languages = {"en", "es", "ca", "xx", "", "en-GB"};
        return Draft.of(text.toString())
                .withLang(languages[random.nextInt(languages.length)])
                .withKind(random.nextBoolean() ? Kind.STAFF : Kind.MEMBER)
                .withNetwork(Network.values()[random.nextInt(Network.values().length)])
                .withAudienceReadingAge(9)
                .withPictures(List.of(new Picture(text.toString(), text.toString())));
    }

    @Test
    void manyThreadsSayTheSame() throws Exception {
        Random random = new Random(SEED);
        List<Draft> drafts = new ArrayList<>();
        List<Report> alone = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            drafts.add(odd(random));
            alone.add(safeguards.check(drafts.getLast(), Knowledge.empty()));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<Report>>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                runs.add(() -> drafts.stream()
                        .map(draft -> safeguards.check(draft, Knowledge.empty()))
                        .toList());
            }
            for (Future<List<Report>> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1 ",
                "12-",
                "a@b.",
                "'a",
                "I want to die ",
                "drug abuse hotline ",
                "07400 123456 ",
                "born 1/1/1990 ",
                "%",
                "1. ",
                "\uD83D",
                "👍",
                "e\u0301",
                "Vaccines cause cancer. ",
                "http://",
                "A ",
                "click here "
            })
    void aMegabyteOfAnythingEndsSoon(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> safeguards.check(Draft.of(text), Knowledge.empty()));
    }

    @Test
    void theEmptyTextIsFine() {
        Report report = safeguards.check(Draft.of(""), Knowledge.empty());
        assertThat(report.findings()).isEmpty();
        assertThat(report.reading()).isEqualTo(new Reading(0, 0, 0));
    }
}
