package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static health.clarion.people.SignedIn.withPasswordOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import health.clarion.posts.Content;
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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Nobody signs what they wrote a part of, through pages, the API, or a row changed behind the hub's back. */
@HubTest
class FourEyesTest {

    private static final String CLAIM = "Walking every day lowers your blood pressure.";

    private final MockMvc mvc;
    private final Posts posts;
    private final Review review;
    private final SignedIn signedIn;
    private final SignedPosts signed;
    private final People people;
    private final Membership membership;
    private final Lending lending;
    private final JdbcClient behindOurBack;

    FourEyesTest(
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
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    // ───── Who wrote ─────

    @Test
    void whoeverWroteAnyPartIsRefused() throws Exception {
        Member base = signed.writer();
        Member variant = signed.reader();
        Member source = signed.reader();
        Member handsIn = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "Parts", "en", SignedPosts.words("The base."), base.id());
        edit(post, words(post).withVariants(Map.of(Network.MASTODON, new Variant("Its own.", List.of()))), variant);
        edit(post, words(post).withSources(List.of(new ClaimSource("x", "WHO", "https://who.int/x"))), source);
        Submission submission = signed.submitted(now(post), handsIn);

        for (Member author : List.of(base, variant, source, handsIn)) {
            refused(submission, author, "review.you-wrote-it");
        }
        signs(submission, Reader.SECOND_READER, signed.reader());
    }

    @Test
    void whoCopiesAPostAndWhoWroteItAreBothAuthors() throws Exception {
        Member original = signed.writer();
        Member copier = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "A template", "en", SignedPosts.words("Take me."), original.id());
        Post copy = posts.copy(post.id(), "A copy", "en", copier.id());
        Submission submission = signed.submitted(copy, copier);

        refused(submission, original, "review.you-wrote-it");
        refused(submission, copier, "review.you-wrote-it");
    }

    @Test
    void whoBringsEarlierWordsBackAndWhoWroteThemAreBothAuthors() throws Exception {
        Member first = signed.reader();
        Member second = signed.writer();
        Member restorer = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "Back", "en", SignedPosts.words("Never signed."), first.id());
        edit(post, SignedPosts.words("Signed."), second);
        signed.sign(signed.submitted(now(post), second));

        mvc.perform(post("/posts/" + post.id() + "/versions/1/restore")
                        .with(as(restorer))
                        .with(csrf())
                        .param("version", String.valueOf(now(post).version())))
                .andExpect(redirectedUrl("/posts/" + post.id()));
        Submission submission = signed.submitted(now(post), restorer);

        refused(submission, first, "review.you-wrote-it");
        refused(submission, restorer, "review.you-wrote-it");
        signs(submission, Reader.SECOND_READER, second);
    }

    @Test
    void afterACompleteSignOffOnlyWhoeverWroteSinceIsAnAuthor() throws Exception {
        Member first = signed.reader();
        Member later = signed.writer();
        Post post = posts.create(UUID.randomUUID(), "Two rounds", "en", SignedPosts.words("Round one."), first.id());
        signed.sign(signed.submitted(now(post), first));
        edit(post, SignedPosts.words("Round two."), later);
        Submission second = signed.submitted(now(post), later);

        refused(second, later, "review.you-wrote-it");
        signs(second, Reader.SECOND_READER, first);
    }

    @Test
    void aSignOffThatWasNeverCompleteLetsNobodyOff() throws Exception {
        Member first = signed.reader();
        Member later = signed.writer();
        Post post = posts.create(UUID.randomUUID(), "Half signed", "en", medicine("One"), first.id());
        Submission half = signed.submitted(now(post), first);
        review.sign(half.id(), Reader.CLINICIAN, half.hash(), signed.reader(), "SESSION");
        edit(post, medicine("Two"), later);
        Submission second = signed.submitted(now(post), later);

        refused(second, first, "review.you-wrote-it");
    }

    // ───── Behind the hub's back ─────

    @Test
    void authorsTakenOutOfTheRequestStillCannotSign() throws Exception {
        Member writer = signed.reader();
        Submission submission = signed.submitted(SignedPosts.words("Mine."), writer);
        sql("update review.request set authors = '{}' where submission = :id", submission.id());

        refused(submission, writer, null);
        assertThatThrownBy(() -> review.sign(
                        submission.id(), Reader.SECOND_READER, submission.hash(), signed.reader(), "SESSION"))
                .satisfies(isProblem("review.tampered"));
    }

    @Test
    void aChangedRequestIsNotSealedAgainByALaterDecision() throws Exception {
        Member writer = signed.reader();
        Submission submission = signed.submitted(SignedPosts.words("Mine."), writer);
        sql("update review.request set authors = '{}' where submission = :id", submission.id());

        mvc.perform(post("/review/" + submission.id() + "/urgent")
                        .with(as(signed.writer()))
                        .with(csrf())
                        .param("why", "News"))
                .andExpect(status().isConflict());
        refused(submission, writer, null);
    }

    @Test
    void aRevisionGivenToSomebodyElseStillHasItsAuthor() throws Exception {
        Member writer = signed.reader();
        Post post = posts.create(UUID.randomUUID(), "Whose", "en", SignedPosts.words("Mine."), writer.id());
        sql("update posts.revision set author = gen_random_uuid() where post = :id", post.id());
        Submission submission = signed.submitted(now(post), signed.writer());

        refused(submission, writer, "review.you-wrote-it");
    }

    @Test
    void anEarlierSignOffMadeUpBehindTheHubsBackLetsNobodyOff() throws Exception {
        Member first = signed.reader();
        Member later = signed.writer();
        Post post = posts.create(UUID.randomUUID(), "Made up", "en", SignedPosts.words("One."), first.id());
        Submission unsigned = signed.submitted(now(post), first);
        edit(post, SignedPosts.words("Two."), later);
        sql(
                "update review.request set state = 'SIGNED_OFF', void_why = 'edited-after' where submission = :id",
                unsigned.id());
        sql("""
                insert into review.sign_off (id, submission, role, signer, content_hash, window_from, window_to,
                    signed_at, through, tag)
                select gen_random_uuid(), submission, 'SECOND_READER', 'member:' || gen_random_uuid(), content_hash,
                    window_from, window_to, now(), 'SESSION', '' from review.request where submission = :id
                """, unsigned.id());
        Submission second = signed.submitted(now(post), later);

        refused(second, first, "review.you-wrote-it");
    }

    @Test
    void aForgedSignatureDoesNotCountForTheOthers() {
        Submission submission = signed.submitted(medicine("Forged"), signed.writer());
        sql("""
                insert into review.sign_off (id, submission, role, signer, content_hash, window_from, window_to,
                    signed_at, through, tag)
                select gen_random_uuid(), submission, 'LEGAL', 'member:' || gen_random_uuid(), content_hash,
                    window_from, window_to, now(), 'SESSION', '' from review.request where submission = :id
                """, submission.id());

        assertThatThrownBy(() ->
                        review.sign(submission.id(), Reader.CLINICIAN, submission.hash(), signed.reader(), "SESSION"))
                .satisfies(isProblem("review.tampered"));
        assertThat(state(submission)).isEqualTo(Request.State.WAITING);
    }

    // ───── Different people, the right roles, a second factor ─────

    @Test
    void eachRoleIsADifferentPerson() throws Exception {
        Submission submission = signed.submitted(medicine("Two roles"), signed.writer());
        Member both = signed.reader();
        assertThat(request(submission).missing()).containsExactly(Reader.CLINICIAN, Reader.LEGAL);

        signs(submission, Reader.CLINICIAN, both);
        page(submission, Reader.LEGAL, both).andExpect(status().isConflict());
        assertThat(state(submission)).isEqualTo(Request.State.WAITING);
        signs(submission, Reader.LEGAL, signed.reader());
        assertThat(state(submission)).isEqualTo(Request.State.SIGNED_OFF);
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
        assertThat(request(submission).signed()).hasSize(1);
    }

    @Test
    void aRoleThatWasTakenBackOrAClosedAccountSignsNoMore() throws Exception {
        Submission submission = signed.submitted(claim(), signed.writer());
        Member doctor = signedIn.member(Role.CLINICIAN);
        Member colleague = signedIn.member(Role.MODERATOR);
        Lending.Loan loan = lending.lend(
                doctor, colleague.id(), Role.CLINICIAN, LocalDate.now().plusDays(2));
        assertThat(review.queueOf(again(colleague)))
                .extracting(Request::submission)
                .contains(submission.id());
        lending.end(loan.id(), doctor);
        page(submission, Reader.CLINICIAN, again(colleague)).andExpect(status().isForbidden());

        lending.lend(doctor, colleague.id(), Role.CLINICIAN, LocalDate.now().plusDays(2));
        sql("update people.delegation set ends_at = now() where receiver = :id", colleague.id());
        page(submission, Reader.CLINICIAN, again(colleague)).andExpect(status().isForbidden());

        membership.close(doctor.id(), signedIn.member(Role.ADMINISTRATOR));
        assertThat(again(doctor).active()).isFalse();
        assertThat(state(submission)).isEqualTo(Request.State.WAITING);
    }

    @Test
    void aSignatureStaysGoodWhenItsSignerLeaves() {
        Submission submission = signed.submitted(claim(), signed.writer());
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
        api(submission, Reader.SECOND_READER, reader, Scope.READ, Scope.WRITE).andExpect(status().isForbidden());
        assertThat(request(submission).signed()).isEmpty();

        api(submission, Reader.SECOND_READER, reader, Scope.READ, Scope.WRITE, Scope.SIGN_OFF)
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
        edit(post, SignedPosts.words("New."), writer);
        page(old, Reader.SECOND_READER, signed.reader()).andExpect(status().isConflict());

        Submission fresh = signed.submitted(now(post), writer);
        page(old, Reader.SECOND_READER, signed.reader()).andExpect(status().isConflict());
        mvc.perform(post("/review/" + fresh.id() + "/sign")
                        .with(as(signed.reader()))
                        .with(csrf())
                        .param("role", "second-reader")
                        .param("hash", old.hash().value()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The words changed since you opened this page")));
        assertThat(request(fresh).signed()).isEmpty();
    }

    @Test
    void everyFieldThatChangedSinceTheLastSignOffIsShownWithTheReasonForGoingOn() throws Exception {
        Member writer = signed.writer();
        Submission first = signed.submitted(claim(), writer);
        signed.sign(first);
        Post post = posts.find(first.post()).orElseThrow();
        edit(
                post,
                words(post)
                        .withVariants(Map.of(Network.MASTODON, new Variant(CLAIM + " For Mastodon.", List.of())))
                        .withSources(List.of(new ClaimSource(CLAIM, "Cochrane 2021", "https://cochrane.example/w"))),
                writer);
        Submission second = signed.submitted(now(post), writer);

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
        Submission submission = signed.submitted(claim(), signed.writer());
        Member administrator = signedIn.member(Role.ADMINISTRATOR);
        relax(submission, "clinician", signed.reader()).andExpect(status().isForbidden());
        relax(submission, "clinician", administrator).andExpect(redirectedUrl("/review/" + submission.id()));
        assertThat(request(submission).missing()).containsExactly(Reader.SECOND_READER);
        relax(submission, "second-reader", administrator).andExpect(status().isConflict());
        assertThat(request(submission).relaxed()).singleElement().satisfies(gone -> assertThat(gone.by())
                .isEqualTo(administrator.id()));
    }

    private ResultActions relax(Submission submission, String role, Member by) throws Exception {
        return mvc.perform(post("/review/" + submission.id() + "/relax")
                .with(as(by))
                .with(csrf())
                .param("role", role)
                .param("why", "No clinician this week."));
    }

    // ───── Small steps ─────

    private static Content claim() {
        return SignedPosts.words(CLAIM)
                .withSources(List.of(new ClaimSource(CLAIM, "NHS 2024", "https://nhs.example/walking")));
    }

    private static Content medicine(String mark) {
        return SignedPosts.words(mark + ": ask your doctor before you stop taking sertraline.");
    }

    private void refused(Submission submission, Member author, @org.jspecify.annotations.Nullable String why)
            throws Exception {
        Reader role = request(submission).missing().getFirst();
        int byPage = page(submission, role, author).andReturn().getResponse().getStatus();
        int byApi = api(submission, role, author, Scope.READ, Scope.WRITE, Scope.SIGN_OFF)
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(List.of(byPage, byApi)).allMatch(status -> status == 403 || status == 409);
        if (why != null) {
            assertThatThrownBy(() -> review.sign(submission.id(), role, submission.hash(), author, "SESSION"))
                    .satisfies(isProblem(why));
        }
        assertThat(request(submission).signed()).isEmpty();
    }

    private void signs(Submission submission, Reader role, Member reader) throws Exception {
        page(submission, role, reader).andExpect(redirectedUrl("/review"));
    }

    private ResultActions page(Submission submission, Reader role, Member signer) throws Exception {
        return mvc.perform(post("/review/" + submission.id() + "/sign")
                .with(as(signer))
                .with(csrf())
                .param("role", role.id())
                .param("hash", submission.hash().value()));
    }

    private ResultActions api(Submission submission, Reader role, Member signer, Scope... scopes) throws Exception {
        return mvc.perform(post("/api/v1/reviews/" + submission.id() + "/sign-offs")
                .with(byToken(signer, scopes))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"role\": \"%s\", \"hash\": \"%s\"}"
                        .formatted(role.id(), submission.hash().value())));
    }

    private Member again(Member member) {
        return people.find(member.id()).orElseThrow();
    }

    private Post now(Post post) {
        return posts.find(post.id()).orElseThrow();
    }

    private Content words(Post post) {
        return posts.revisions(post.id(), 1).getFirst().content();
    }

    private void edit(Post post, Content words, Member by) {
        posts.save(post.id(), now(post).version(), words, by.id());
    }

    private Request request(Submission submission) {
        return review.find(submission.id()).orElseThrow();
    }

    private Request.State state(Submission submission) {
        return request(submission).state();
    }

    private void sql(String statement, UUID id) {
        assertThat(behindOurBack.sql(statement).param("id", id).update()).isPositive();
    }

    private static java.util.function.Consumer<Throwable> isProblem(String key) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
