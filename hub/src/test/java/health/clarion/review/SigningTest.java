package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static health.clarion.people.SignedIn.withPasswordOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.networks.Network;
import health.clarion.people.Lending;
import health.clarion.people.Member;
import health.clarion.people.Membership;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.posts.Variant;
import health.clarion.publishing.SignedPosts;
import health.clarion.ui.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Different people sign, in the roles they hold now, proved by a second factor, the words as they are. */
@HubTest
class SigningTest {

    private final MockMvc mvc;
    private final Posts posts;
    private final Review review;
    private final SignedIn signedIn;
    private final SignedPosts signed;
    private final People people;
    private final Membership membership;
    private final Lending lending;
    private final SigningSteps steps;

    SigningTest(
            MockMvc mvc,
            Posts posts,
            Review review,
            SignedIn signedIn,
            SignedPosts signed,
            People people,
            Membership membership,
            Lending lending,
            @Value("${clarion.test-owner-url}") String owner) {
        this.mvc = mvc;
        this.posts = posts;
        this.review = review;
        this.signedIn = signedIn;
        this.signed = signed;
        this.people = people;
        this.membership = membership;
        this.lending = lending;
        this.steps = new SigningSteps(mvc, posts, review, owner);
    }

    // ───── Different people, the right roles, a second factor ─────

    @Test
    void eachRoleIsADifferentPerson() throws Exception {
        Submission submission = signed.submitted(SigningSteps.medicine("Two roles"), signed.writer());
        Member both = signed.reader();
        assertThat(steps.request(submission).missing()).containsExactly(Reader.CLINICIAN, Reader.LEGAL);

        steps.signs(submission, Reader.CLINICIAN, both);
        steps.page(submission, Reader.LEGAL, both).andExpect(status().isConflict());
        assertThat(steps.state(submission)).isEqualTo(Request.State.WAITING);
        steps.signs(submission, Reader.LEGAL, signed.reader());
        assertThat(steps.state(submission)).isEqualTo(Request.State.SIGNED_OFF);
        assertThat(review.mayBeSent(submission.id(), submission.hash(), Instant.now()))
                .isEqualTo(new Review.MayBeSent.Yes());
    }

    @Test
    void twoReadersAtTheSameInstantGiveOneSignature() throws Exception {
        Submission submission = signed.submitted(SignedPosts.words("At once."), signed.writer());
        CyclicBarrier together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> one = () -> {
                Member reader = signed.reader();
                together.await();
                try {
                    review.sign(submission.id(), Reader.SECOND_READER, submission.hash(), reader, "SESSION");
                    return true;
                } catch (Problem late) {
                    return false;
                }
            };
            List<Future<Boolean>> both = List.of(threads.submit(one), threads.submit(one));
            assertThat(Stream.of(both.getFirst().get(), both.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(steps.request(submission).signed()).hasSize(1);
    }

    @Test
    void aRoleThatWasTakenBackOrAClosedAccountSignsNoMore() throws Exception {
        Submission submission = signed.submitted(SigningSteps.claim(), signed.writer());
        Member doctor = signedIn.member(Role.CLINICIAN);
        Member colleague = signedIn.member(Role.MODERATOR);
        Lending.Loan loan = lending.lend(
                doctor, colleague.id(), Role.CLINICIAN, LocalDate.now().plusDays(2));
        assertThat(review.queueOf(again(colleague)))
                .extracting(Request::submission)
                .contains(submission.id());
        lending.end(loan.id(), doctor);
        steps.page(submission, Reader.CLINICIAN, again(colleague)).andExpect(status().isForbidden());

        lending.lend(doctor, colleague.id(), Role.CLINICIAN, LocalDate.now().plusDays(2));
        steps.sql("update people.delegation set ends_at = now() where receiver = :id", colleague.id());
        steps.page(submission, Reader.CLINICIAN, again(colleague)).andExpect(status().isForbidden());

        membership.close(doctor.id(), signedIn.member(Role.ADMINISTRATOR));
        assertThat(again(doctor).active()).isFalse();
        assertThat(steps.state(submission)).isEqualTo(Request.State.WAITING);
    }

    @Test
    void aSignatureStaysGoodWhenItsSignerLeaves() {
        Submission submission = signed.submitted(SigningSteps.claim(), signed.writer());
        Member doctor = signedIn.member(Role.CLINICIAN);
        review.sign(submission.id(), Reader.CLINICIAN, submission.hash(), doctor, "SESSION");
        membership.close(doctor.id(), signedIn.member(Role.ADMINISTRATOR));

        assertThat(review.mayBeSent(submission.id(), submission.hash(), Instant.now()))
                .isEqualTo(new Review.MayBeSent.Yes());
    }

    @Test
    void signingNeedsASecondFactorOrATokenMadeForIt() throws Exception {
        Submission submission = signed.submitted(SignedPosts.words("Strong."), signed.writer());
        Member reader = signed.reader();
        mvc.perform(post("/review/" + submission.id() + "/sign")
                        .with(withPasswordOnly(reader))
                        .with(csrf())
                        .param("role", "second-reader")
                        .param("hash", submission.hash().value()))
                .andExpect(status().isForbidden());
        steps.api(submission, Reader.SECOND_READER, reader, Scope.READ, Scope.WRITE)
                .andExpect(status().isForbidden());
        assertThat(steps.request(submission).signed()).isEmpty();

        steps.api(submission, Reader.SECOND_READER, reader, Scope.READ, Scope.WRITE, Scope.SIGN_OFF)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("signed-off"))
                .andExpect(jsonPath("$.signed[0].through").value("TOKEN"));
    }

    // ───── Words of another time ─────

    @Test
    void aSubmissionThatWasReplacedMeanwhileIsNotSigned() throws Exception {
        Member writer = signed.writer();
        Submission old = signed.submitted(SignedPosts.words("Old."), writer);
        Post post = posts.find(old.post()).orElseThrow();
        steps.edit(post, SignedPosts.words("New."), writer);
        steps.page(old, Reader.SECOND_READER, signed.reader()).andExpect(status().isConflict());

        Submission fresh = signed.submitted(steps.now(post), writer);
        steps.page(old, Reader.SECOND_READER, signed.reader()).andExpect(status().isConflict());
        mvc.perform(post("/review/" + fresh.id() + "/sign")
                        .with(as(signed.reader()))
                        .with(csrf())
                        .param("role", "second-reader")
                        .param("hash", old.hash().value()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The words changed since you opened this page")));
        assertThat(steps.request(fresh).signed()).isEmpty();
    }

    @Test
    void everyFieldThatChangedSinceTheLastSignOffIsShownWithTheReasonForGoingOn() throws Exception {
        Member writer = signed.writer();
        Submission first = signed.submitted(SigningSteps.claim(), writer);
        signed.sign(first);
        Post post = posts.find(first.post()).orElseThrow();
        steps.edit(
                post,
                steps.words(post)
                        .withVariants(
                                Map.of(Network.MASTODON, new Variant(SigningSteps.CLAIM + " For Mastodon.", List.of())))
                        .withSources(List.of(
                                new ClaimSource(SigningSteps.CLAIM, "Cochrane 2021", "https://cochrane.example/w"))),
                writer);
        Submission second = signed.submitted(steps.now(post), writer);

        mvc.perform(get("/review/" + second.id()).with(as(signed.reader())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("What changed since the last sign-off")))
                .andExpect(content().string(containsString("Cochrane")))
                .andExpect(content().string(containsString("For Mastodon.")));
        mvc.perform(get("/api/v1/reviews/" + second.id()).with(byToken(signed.reader(), Scope.READ)))
                .andExpect(jsonPath("$.lastSignedRevision").value(first.revision()));
    }

    @Test
    void anAdministratorLetsRolesGoButNeverTheSecondPerson() throws Exception {
        Submission submission = signed.submitted(SigningSteps.claim(), signed.writer());
        Member administrator = signedIn.member(Role.ADMINISTRATOR);
        relax(submission, "clinician", signed.reader()).andExpect(status().isForbidden());
        relax(submission, "clinician", administrator).andExpect(redirectedUrl("/review/" + submission.id()));
        assertThat(steps.request(submission).missing()).containsExactly(Reader.SECOND_READER);
        relax(submission, "second-reader", administrator).andExpect(status().isConflict());
        assertThat(steps.request(submission).relaxed()).singleElement().satisfies(gone -> assertThat(gone.by())
                .isEqualTo(administrator.id()));
    }

    private ResultActions relax(Submission submission, String role, Member by) throws Exception {
        return mvc.perform(post("/review/" + submission.id() + "/relax")
                .with(as(by))
                .with(csrf())
                .param("role", role)
                .param("why", "No clinician this week."));
    }

    private Member again(Member member) {
        return people.find(member.id()).orElseThrow();
    }
}
