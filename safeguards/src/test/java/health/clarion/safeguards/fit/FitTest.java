package health.clarion.safeguards.fit;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.networks.Network;
import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each network counts for what people write, at the very edge of what it takes. */
class FitTest {
    private static final String[] PIECES = {
        "👨‍👩‍👧‍👦", "🇪🇸", "健", "e\u0301", "https://example.org/a", "@harbourminds", "#OneOpenDoor", "👍🏽"
    };

    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    /** The cost of a family, a flag, a Chinese character, e with a combining accent, a link, a mention, a hashtag and a skin tone. */
    @ParameterizedTest
    @CsvSource({
        "BLUESKY, 300, 1 1 1 1 21 13 12 1",
        "MASTODON, 500, 1 1 1 1 23 13 12 1",
        "X, 280, 2 2 2 1 23 13 12 2",
        "FACEBOOK, 63206, 11 4 1 2 21 13 12 4",
        "INSTAGRAM, 2200, 11 4 1 2 21 13 12 4",
        "THREADS, 500, 25 8 1 2 21 13 12 8",
        "LINKEDIN, 3000, 11 4 1 2 21 14 13 4",
        "TIKTOK, 2200, 11 4 1 2 21 13 12 4",
        "YOUTUBE, 5000, 25 8 3 3 21 13 12 8",
        "SNAPCHAT, 160, 11 4 1 2 21 13 12 4"
    })
    void everyNetworkCountsItsOwnWayAndCutsThere(Network network, int limit, String costs) {
        String[] cost = costs.split(" ");
        for (int i = 0; i < PIECES.length; i++) {
            int letters = limit - Integer.parseInt(cost[i]) - 1;
            String full = PIECES[i] + " " + "a".repeat(letters);
            assertThat(tooLong(full, network))
                    .as(network + " full with " + PIECES[i])
                    .isEmpty();
            assertThat(tooLong(full + "a", network)).singleElement().satisfies(finding -> {
                int length = full.codePointCount(0, full.length());
                assertThat(finding.start()).isEqualTo(length);
                assertThat(finding.end()).isEqualTo(length + 1);
                assertThat(finding.message()).contains(String.valueOf(limit), String.valueOf(limit + 1));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShortPostFitsEverywhere(Network network) {
        assertThat(found(Draft.of("One open door is enough 💙 #OneOpenDoor").withNetwork(network)))
                .isEmpty();
    }

    @Test
    void onlyWhatIsTooMuchIsMarked() {
        String tags = "#a1 ".repeat(30);
        Finding finding =
                found(Draft.of(tags + "#last").withNetwork(Network.INSTAGRAM)).getFirst();
        assertThat(finding.rule()).isEqualTo("fit/too-many-hashtags");
        assertThat(finding.start()).isEqualTo(tags.length());
    }

    @Test
    void aThreadIsCountedInPostsThatCutBetweenWords() {
        Draft draft = Draft.of("One open door is enough. ".repeat(30)).withNetwork(Network.BLUESKY);
        assertThat(found(draft))
                .filteredOn(finding -> finding.rule().equals("fit/thread"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("thread of 3 posts"));
        assertThat(found(Draft.of("a".repeat(900)).withNetwork(Network.BLUESKY)))
                .extracting(Finding::rule)
                .doesNotContain("fit/thread");
    }

    @Test
    void aThreadIsCutBetweenSentencesWhereItCanBe() {
        String sentence = "We listen to you on every day of the year, whatever it is that you want to tell us now. ";
        assertThat(found(Draft.of(sentence.repeat(6)).withNetwork(Network.BLUESKY)))
                .filteredOn(finding -> finding.rule().equals("fit/thread"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("thread of 2 posts"));
        assertThat(found(Draft.of(sentence.repeat(7)).withNetwork(Network.BLUESKY)))
                .filteredOn(finding -> finding.rule().equals("fit/thread"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("thread of 3 posts"));
    }

    @Test
    void aHashtagThatIsTooLongIsToldWhereItStands() {
        String tag = "#" + "Listen".repeat(11);
        assertThat(found(Draft.of("😀 Talk. " + tag + " #OneOpenDoor").withNetwork(Network.BLUESKY)))
                .filteredOn(finding -> finding.rule().equals("fit/hashtag-too-long"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.span()).isEqualTo(new Span(8, 8 + tag.length())));
    }

    @Test
    void whereAPictureCantBeDescribedThePostHasTo() {
        Draft draft = Draft.of("Our walk.").withPictures(List.of(new Picture("", "Forty people walk.")));
        assertThat(found(draft.withNetwork(Network.SNAPCHAT)))
                .extracting(Finding::rule)
                .containsExactly("fit/no-alt");
        assertThat(found(draft.withNetwork(Network.MASTODON))).isEmpty();
    }

    private List<Finding> tooLong(String text, Network network) {
        return found(Draft.of(text).withNetwork(network)).stream()
                .filter(finding -> finding.rule().equals("fit/too-long"))
                .toList();
    }

    private List<Finding> found(Draft draft) {
        return safeguards.check(draft, Knowledge.empty()).of(Category.FIT);
    }
}
