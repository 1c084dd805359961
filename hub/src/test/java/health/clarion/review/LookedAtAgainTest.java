package health.clarion.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.Submission;
import health.clarion.publishing.SignedPosts;
import health.clarion.ui.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was signed is looked at once more before it is sent, by the rules of that day. */
@HubTest
class LookedAtAgainTest {

    private final SignedPosts signed;
    private final Review review;
    private final Words words;
    private final JdbcClient behindOurBack;

    LookedAtAgainTest(
            SignedPosts signed, Review review, Words words, @Value("${clarion.test-owner-url}") String owner) {
        this.signed = signed;
        this.review = review;
        this.words = words;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    @Test
    void whatBlocksTodayIsNotSentThoughItWasSignedAndSaysWhyInPlainWords() {
        Member writer = signed.writer();
        Content content = SignedPosts.words("Write to jamie@brannoc.example.")
                .withReasons(Map.of("privacy/e-mail jamie@brannoc.example", "Our own office."));
        Submission submission = signed.signed(content, writer);
        assertThat(review.mayBeSent(submission.id(), submission.hash(), Instant.now()))
                .isEqualTo(new Review.MayBeSent.Yes());

        // As if the rule had become one that no reason excuses.
        behindOurBack
                .sql("update posts.revision set content = jsonb_set(content, '{reasons}', '{}') where post = :post")
                .param("post", submission.post())
                .update();

        assertThat(review.mayBeSent(submission.id(), submission.hash(), Instant.now()))
                .isEqualTo(new Review.MayBeSent.No("review.no.finding.privacy", List.of(), true));
        assertThat(words.of(Locale.ENGLISH, "review.no.finding.privacy")).contains("it could identify somebody");
        for (var category : health.clarion.safeguards.Category.values()) {
            assertThat(words.has("review.no.finding." + category.id())).isTrue();
        }
    }
}
