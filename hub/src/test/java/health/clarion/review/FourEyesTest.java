package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.posts.Variant;
import health.clarion.publishing.SignedPosts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;

/** Nobody signs what they wrote a part of, through pages, the API, or a row changed behind the hub's back. */
@HubTest
class FourEyesTest {

    private final MockMvc mvc;
    private final Posts posts;
    private final Review review;
    private final SignedPosts signed;
    private final SigningSteps steps;

    FourEyesTest(
            MockMvc mvc,
            Posts posts,
            Review review,
            SignedPosts signed,
            @Value("${clarion.test-owner-url}") String owner) {
        this.mvc = mvc;
        this.posts = posts;
        this.review = review;
        this.signed = signed;
        this.steps = new SigningSteps(mvc, posts, review, owner);
    }

    // ───── Who wrote ─────

    @Test
    void whoeverWroteAnyPartIsRefused() throws Exception {
        Member base = signed.writer();
        Member variant = signed.reader();
        Member source = signed.reader();
        Member handsIn = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "Parts", "en", SignedPosts.words("The base."), base.id());
        steps.edit(
                post,
                steps.words(post).withVariants(Map.of(Network.MASTODON, new Variant("Its own.", List.of()))),
                variant);
        steps.edit(
                post, steps.words(post).withSources(List.of(new ClaimSource("x", "WHO", "https://who.int/x"))), source);
        Submission submission = signed.submitted(steps.now(post), handsIn);

        for (Member author : List.of(base, variant, source, handsIn)) {
            steps.refused(submission, author, "review.you-wrote-it");
        }
        steps.signs(submission, Reader.SECOND_READER, signed.reader());
    }

    @Test
    void whoCopiesAPostAndWhoWroteItAreBothAuthors() throws Exception {
        Member original = signed.writer();
        Member copier = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "A template", "en", SignedPosts.words("Take me."), original.id());
        Post copy = posts.copy(post.id(), "A copy", "en", copier.id());
        Submission submission = signed.submitted(copy, copier);

        steps.refused(submission, original, "review.you-wrote-it");
        steps.refused(submission, copier, "review.you-wrote-it");
    }

    @Test
    void whoBringsEarlierWordsBackAndWhoWroteThemAreBothAuthors() throws Exception {
        Member first = signed.reader();
        Member second = signed.writer();
        Member restorer = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "Back", "en", SignedPosts.words("Never signed."), first.id());
        steps.edit(post, SignedPosts.words("Signed."), second);
        signed.sign(signed.submitted(steps.now(post), second));

        mvc.perform(post("/posts/" + post.id() + "/versions/1/restore")
                        .with(as(restorer))
                        .with(csrf())
                        .param("version", String.valueOf(steps.now(post).version())))
                .andExpect(redirectedUrl("/posts/" + post.id()));
        Submission submission = signed.submitted(steps.now(post), restorer);

        steps.refused(submission, first, "review.you-wrote-it");
        steps.refused(submission, restorer, "review.you-wrote-it");
        steps.signs(submission, Reader.SECOND_READER, second);
    }

    @Test
    void afterACompleteSignOffOnlyWhoeverWroteSinceIsAnAuthor() throws Exception {
        Member first = signed.reader();
        Member later = signed.writer();
        Post post = posts.create(UUID.randomUUID(), "Two rounds", "en", SignedPosts.words("Round one."), first.id());
        signed.sign(signed.submitted(steps.now(post), first));
        steps.edit(post, SignedPosts.words("Round two."), later);
        Submission second = signed.submitted(steps.now(post), later);

        steps.refused(second, later, "review.you-wrote-it");
        steps.signs(second, Reader.SECOND_READER, first);
    }

    @Test
    void aSignOffThatWasNeverCompleteLetsNobodyOff() throws Exception {
        Member first = signed.reader();
        Member later = signed.writer();
        Post post = posts.create(UUID.randomUUID(), "Half signed", "en", SigningSteps.medicine("One"), first.id());
        Submission half = signed.submitted(steps.now(post), first);
        review.sign(half.id(), Reader.CLINICIAN, half.hash(), signed.reader(), "SESSION");
        steps.edit(post, SigningSteps.medicine("Two"), later);
        Submission second = signed.submitted(steps.now(post), later);

        steps.refused(second, first, "review.you-wrote-it");
    }

    // ───── Behind the hub's back ─────

    @Test
    void authorsTakenOutOfTheRequestStillCannotSign() throws Exception {
        Member writer = signed.reader();
        Submission submission = signed.submitted(SignedPosts.words("Mine."), writer);
        steps.sql("update review.request set authors = '{}' where submission = :id", submission.id());

        steps.refused(submission, writer, null);
        assertThatThrownBy(() -> review.sign(
                        submission.id(), Reader.SECOND_READER, submission.hash(), signed.reader(), "SESSION"))
                .satisfies(SigningSteps.isProblem("review.tampered"));
    }

    @Test
    void aChangedRequestIsNotSealedAgainByALaterDecision() throws Exception {
        Member writer = signed.reader();
        Submission submission = signed.submitted(SignedPosts.words("Mine."), writer);
        steps.sql("update review.request set authors = '{}' where submission = :id", submission.id());

        mvc.perform(post("/review/" + submission.id() + "/urgent")
                        .with(as(signed.writer()))
                        .with(csrf())
                        .param("why", "News"))
                .andExpect(status().isConflict());
        steps.refused(submission, writer, null);
    }

    @Test
    void aRevisionGivenToSomebodyElseStillHasItsAuthor() throws Exception {
        Member writer = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "Whose", "en", SignedPosts.words("Mine."), writer.id());
        steps.sql("update posts.revision set author = gen_random_uuid() where post = :id", post.id());
        Submission submission = signed.submitted(steps.now(post), signed.writer());

        steps.refused(submission, writer, "review.you-wrote-it");
    }

    @Test
    void anEarlierSignOffMadeUpBehindTheHubsBackLetsNobodyOff() throws Exception {
        Member first = signed.reader();
        Member later = signed.writer();
        Post post = posts.create(UUID.randomUUID(), "Made up", "en", SignedPosts.words("One."), first.id());
        Submission unsigned = signed.submitted(steps.now(post), first);
        steps.edit(post, SignedPosts.words("Two."), later);
        steps.sql(
                "update review.request set state = 'SIGNED_OFF', void_why = 'edited-after' where submission = :id",
                unsigned.id());
        steps.sql("""
                insert into review.sign_off (id, submission, role, signer, content_hash, window_from, window_to,
                    signed_at, through, tag)
                select gen_random_uuid(), submission, 'SECOND_READER', 'member:' || gen_random_uuid(), content_hash,
                    window_from, window_to, now(), 'SESSION', '' from review.request where submission = :id
                """, unsigned.id());
        Submission second = signed.submitted(steps.now(post), later);

        steps.refused(second, first, "review.you-wrote-it");
    }

    @Test
    void aForgedSignatureDoesNotCountForTheOthers() {
        Submission submission = signed.submitted(SigningSteps.medicine("Forged"), signed.writer());
        steps.sql("""
                insert into review.sign_off (id, submission, role, signer, content_hash, window_from, window_to,
                    signed_at, through, tag)
                select gen_random_uuid(), submission, 'LEGAL', 'member:' || gen_random_uuid(), content_hash,
                    window_from, window_to, now(), 'SESSION', '' from review.request where submission = :id
                """, submission.id());

        assertThatThrownBy(() ->
                        review.sign(submission.id(), Reader.CLINICIAN, submission.hash(), signed.reader(), "SESSION"))
                .satisfies(SigningSteps.isProblem("review.tampered"));
        assertThat(steps.state(submission)).isEqualTo(Request.State.WAITING);
    }
}
