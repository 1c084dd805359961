package health.clarion.safeguards.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClaimReviewsTest {
    private static final String REVIEW = """
            {"@context":"https://schema.org","@type":"ClaimReview","url":"https://checks.example/tea","claimReviewed":"Green tea cures diabetes.",
             "datePublished":"2024-05-02T08:00:00Z","author":{"@type":"Organization","name":"Checks Example"},
             "reviewRating":{"@type":"Rating","alternateName":"False"},"inLanguage":"en-GB"}""";

    @Test
    void oneReviewAnArrayAGraphAndAFeedAreRead() {
        for (String json : new String[] {
            REVIEW,
            "[" + REVIEW + "]",
            "{\"@graph\":[{\"@type\":\"WebPage\"}," + REVIEW + "]}",
            "{\"@type\":\"DataFeed\",\"dataFeedElement\":[{\"@type\":\"DataFeedItem\",\"item\":[" + REVIEW + "]}]}"
        }) {
            ClaimReviews.Imported imported = ClaimReviews.json(json);
            assertThat(imported.problems()).as(json).isEmpty();
            FactCheck check = imported.checks().getFirst();
            assertThat(check.claim()).isEqualTo("Green tea cures diabetes.");
            assertThat(check.verdict()).isEqualTo("False");
            assertThat(check.publisher()).isEqualTo("Checks Example");
            assertThat(check.source()).isEqualTo("https://checks.example/tea");
            assertThat(check.date()).isEqualTo(LocalDate.of(2024, 5, 2));
            assertThat(check.lang()).isEqualTo("en");
        }
    }

    @Test
    void aReviewWithoutItsClaimIsToldAndTheOthersAreRead() {
        ClaimReviews.Imported imported =
                ClaimReviews.json("[{\"@type\":[\"ClaimReview\"]}," + REVIEW + "," + REVIEW + "]");
        assertThat(imported.problems()).containsExactly("record 1: what was claimed is missing");
        assertThat(imported.checks())
                .extracting(FactCheck::id)
                .containsExactly("https://checks.example/tea", "https://checks.example/tea#2");
    }

    @Test
    void whatIsNoJsonIsToldWithItsLine() {
        assertThat(ClaimReviews.json("[\n{,").problems().getFirst()).startsWith("line 2: not JSON");
        assertThat(ClaimReviews.json("{}").problems()).containsExactly("no ClaimReview was found");
    }

    @Test
    void aTableIsReadWithQuotesAndBreaksInsideCells() {
        ClaimReviews.Imported imported = ClaimReviews.csv("""
                id;claimReviewed;rating;url;datePublished
                1;"Salt ""heals"";
                everything";false;https://checks.example/1;2 May 2024
                2;too few
                3;;true;x;
                """);
        assertThat(imported.problems())
                .containsExactly("line 4: has 2 cells, the head line 5", "line 5: what was claimed is missing");
        FactCheck check = imported.checks().getFirst();
        assertThat(check.claim()).isEqualTo("Salt \"heals\";\neverything");
        assertThat(check.date()).isEqualTo(LocalDate.of(2024, 5, 2));
    }

    @Test
    void theLibraryThatComesWithClarionIsWhole() {
        assertThat(ClaimLibrary.checks()).hasSizeGreaterThan(120).allSatisfy(check -> {
            assertThat(check.source()).startsWith("https://");
            assertThat(check.verdict()).isNotBlank();
            assertThat(check.date()).isNotNull();
        });
    }
}
