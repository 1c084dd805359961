package health.clarion.safeguards.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people, asked as every caller asks. */
class NamesTest {
    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Seen by Dr. Patel on the ward. | Patel",
                "en | Is ibuprofen safe for Robert B., who has asthma? | Robert B.",
                "en | My sister Sarah's knee hurts. | Sarah",
                "en | My husband Jan van der Berg fell ill. | Jan van der Berg",
                "en | Mrs O’Neill-Jones asked twice. | O’Neill-Jones",
                "en | 👩‍👩‍👧 Meet Priya Sharma, our nurse. | Priya Sharma",
                "en | Warin, could you call me back? | Warin",
                "en | Her maiden name is Key. | Key",
                "es | Gracias a la doctora Begoña Núñez Pérez por todo. | Begoña Núñez Pérez",
                "ca | L’Anna Puig va trucar al 112. | Anna Puig"
            })
    void aNameIsToldAsItStands(String lang, String text, String name) {
        assertThat(names(Draft.of(text).withLang(lang), Knowledge.empty())).containsExactly(name);
    }

    @Test
    void aNameSaidTwiceIsToldTwice() {
        assertThat(names(Draft.of("My friend Zarina called. Then Zarina came round."), Knowledge.empty()))
                .containsExactly("Zarina", "Zarina");
    }

    @Test
    void aPublicFigureOnTheListIsSilent() {
        Knowledge knowledge = Knowledge.empty().withPublicFigures(Set.of("Marta Solé i Vidal", "Kwame Boateng"));
        Draft draft = Draft.of("Thank you to Kwame Boateng for speaking with my sister Sarah. Mr Boateng was kind.");
        assertThat(names(draft, Knowledge.empty())).contains("Kwame Boateng", "Boateng");
        assertThat(names(draft, knowledge)).containsExactly("Sarah");
        assertThat(names(Draft.of("Gracias a MARTA SOLE I VIDAL").withLang("es"), knowledge))
                .isEmpty();
    }

    @Test
    void aPublicFiguresGivenNameAloneIsStillAName() {
        Knowledge knowledge = Knowledge.empty().withPublicFigures(Set.of("Sarah Boateng"));
        assertThat(names(Draft.of("My sister Sarah told me to get checked."), knowledge))
                .containsExactly("Sarah");
    }

    @Test
    void contactsAndPublicFiguresAreKeptApart() {
        Knowledge both =
                Knowledge.empty().withPublicFigures(Set.of("Kwame Boateng")).withContacts(Set.of("a@b.example"));
        assertThat(both.publicFigures()).containsExactly("Kwame Boateng");
        assertThat(both.contacts()).containsExactly("a@b.example");
    }

    @Test
    void rulesAloneLookForNoNames() {
        assertThat(Safeguards.standard(Effort.RULES)
                        .check(Draft.of("My sister Sarah Jones called."), Knowledge.empty())
                        .findings())
                .noneMatch(finding -> finding.rule().equals("privacy/name"));
    }

    @Test
    void howSureItIsIsToldWithTheName() {
        assertThat(findings(Draft.of("My sister Sarah told me."), Knowledge.empty()))
                .first()
                .satisfies(name -> assertThat(name.score().orElseThrow()).isBetween(0.5, 1.0));
    }

    @Test
    void onlyMembersStoriesTellWhatMightBeAName() {
        String text = "went to see gizmo today";
        assertThat(possible(Draft.of(text).withKind(Kind.MEMBER))).containsExactly("gizmo");
        assertThat(possible(Draft.of(text))).isEmpty();
    }

    @Property(tries = 500)
    void namesStayInsideTheText(@ForAll("posts") String text) {
        Draft draft = Draft.of(text).withKind(Kind.MEMBER);
        int length = text.codePointCount(0, text.length());
        int last = 0;
        for (Finding name : findings(draft, Knowledge.empty())) {
            assertThat(name.start()).isGreaterThanOrEqualTo(last);
            assertThat(name.end()).isBetween(name.start() + 1, length);
            last = name.end();
        }
    }

    @Provide
    Arbitrary<String> posts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Dr.",
                "Mr",
                "Sarah",
                "sarah",
                "O’Neill",
                "J.",
                "M.G.",
                "'s",
                "’",
                "'",
                "-",
                "l'",
                "L’Anna",
                "@anna",
                "#Sarah",
                "http://x",
                "\uD83D",
                "👩‍👩‍👧",
                "e\u0301",
                "\u200B",
                "İ",
                "ﬁ",
                "𝗦𝗮𝗿𝗮𝗵",
                ".",
                "...",
                "\n",
                " ",
                "",
                "van",
                "de la",
                "Parkinson's",
                "disease",
                "Hospital",
                "ﷺ",
                "my",
                "MY SON ADAM",
                "·",
                "i",
                "Puig");
        return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().all().ofMaxLength(6))
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join(parts.size() % 2 == 0 ? " " : "", parts));
    }

    @Test
    void manyThreadsFindTheSameNames() throws Exception {
        List<Draft> drafts = new ArrayList<>();
        for (String name : List.of("Sarah Jones", "priya", "Begoña", "Dr. Patel", "M.G.", "Kwame")) {
            drafts.add(Draft.of("My friend " + name + " told me about Parkinson's disease in Leith."));
        }
        List<List<String>> alone =
                drafts.stream().map(draft -> names(draft, Knowledge.empty())).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<List<String>>>> runs = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                runs.add(() -> drafts.stream()
                        .map(draft -> names(draft, Knowledge.empty()))
                        .toList());
            }
            for (Future<List<List<String>>> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sarah ", "Dr. ", "J.", "A.B.", "'", "van der ", "l'", "john hopkins ", "O'", "é", "Sarah-"})
    void aMegabyteOfNamesEndsSoon(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Safeguards.standard(Effort.NAMES)
                .check(Draft.of(text), Knowledge.empty()));
    }

    private static List<Finding> findings(Draft draft, Knowledge knowledge) {
        return Safeguards.standard(Effort.NAMES).check(draft, knowledge).findings().stream()
                .filter(finding -> finding.rule().equals("privacy/name"))
                .toList();
    }

    private static List<String> names(Draft draft, Knowledge knowledge) {
        return findings(draft, knowledge).stream()
                .map(name -> words(draft.text(), name))
                .toList();
    }

    private static List<String> possible(Draft draft) {
        return Safeguards.standard(Effort.NAMES).check(draft, Knowledge.empty()).findings().stream()
                .filter(finding -> finding.rule().equals("privacy/possible-name"))
                .map(name -> words(draft.text(), name))
                .toList();
    }

    private static String words(String text, Finding name) {
        return text.substring(text.offsetByCodePoints(0, name.start()), text.offsetByCodePoints(0, name.end()));
    }
}
