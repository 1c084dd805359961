package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.accounts.TestAccounts;
import health.clarion.audit.Audit;
import health.clarion.mail.Mail;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.SignedPosts;
import health.clarion.publishing.Wall;
import health.clarion.rig.MastodonStandIn;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** A post planned for Tuesday is not found unsigned on Tuesday. */
@HubTest
class DeadlinesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static MastodonStandIn mastodon;

    private final MockMvc mvc;
    private final Posts posts;
    private final Review review;
    private final Decisions decisions;
    private final Reminders reminders;
    private final OnCall onCall;
    private final Publishing publishing;
    private final SignedPosts signed;
    private final SignedIn signedIn;
    private final TestAccounts accounts;
    private final Mail mail;
    private final Audit audit;
    private final JdbcClient behindOurBack;

    DeadlinesTest(
            MockMvc mvc,
            Posts posts,
            Review review,
            Decisions decisions,
            Reminders reminders,
            OnCall onCall,
            Publishing publishing,
            SignedPosts signed,
            SignedIn signedIn,
            TestAccounts accounts,
            Mail mail,
            Audit audit,
            @Value("${clarion.test-owner-url}") String owner) {
        this.mvc = mvc;
        this.posts = posts;
        this.review = review;
        this.decisions = decisions;
        this.reminders = reminders;
        this.onCall = onCall;
        this.publishing = publishing;
        this.signed = signed;
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.mail = mail;
        this.audit = audit;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    @BeforeAll
    static void startNetwork() {
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void stopNetwork() {
        mastodon.close();
    }

    // ───── Deadlines ─────

    @Test
    void theDeadlineIsAnHourBeforeTheFirstTimeItIsPlannedFor() {
        Member writer = signed.writer();
        Submission submission = signed.submitted(SignedPosts.words("Tuesday."), writer);
        Delivery tuesday = planned(submission, Duration.ofDays(3), writer);
        planned(submission, Duration.ofDays(5), writer);
        assertThat(request(submission).deadline()).isEqualTo(tuesday.due().minus(1, ChronoUnit.HOURS));

        Delivery moved = publishing.move(tuesday.id(), in(Duration.ofDays(4)), writer);
        assertThat(request(submission).deadline()).isEqualTo(moved.due().minus(1, ChronoUnit.HOURS));
    }

    @Test
    void whatIsHandedInAgainKeepsTheDeadlineOfItsPlace() {
        Member writer = signed.writer();
        Submission first = signed.submitted(SignedPosts.words("First."), writer);
        Delivery delivery = planned(first, Duration.ofHours(8), writer);
        Post post = posts.find(first.post()).orElseThrow();
        posts.save(post.id(), post.version(), SignedPosts.words("Second."), writer.id());
        Submission second = signed.submitted(posts.find(post.id()).orElseThrow(), writer);

        assertThat(request(second).deadline()).isEqualTo(delivery.due().minus(1, ChronoUnit.HOURS));
    }

    @Test
    void whatGoesOutAsSoonAsItIsSignedHasNotMissedItsDeadlineYet() {
        Member writer = signed.writer();
        Submission submission = signed.submitted(SignedPosts.words("At once."), writer);
        planned(submission, Duration.ZERO, writer);

        assertThat(request(submission).deadline()).isAfter(Instant.now().plus(1, ChronoUnit.DAYS));
    }

    @Test
    void theQueueHasTheUrgentFirstAndThenTheNearestDeadline() {
        Member reader = signedIn.member(Role.COMMUNICATOR);
        Submission later = signed.submitted(SignedPosts.words("Later."), signed.writer());
        Submission sooner = signed.submitted(SignedPosts.words("Sooner."), signed.writer());
        planned(sooner, Duration.ofHours(20), signed.writer());
        Submission urgent = signed.submitted(SignedPosts.words("Urgent."), signed.writer());
        decisions.urgent(urgent.id(), "News", signed.writer());

        assertThat(review.queueOf(reader))
                .extracting(Request::submission)
                .containsSubsequence(urgent.id(), sooner.id(), later.id());
        assertThat(review.queueOf(signedIn.member(Role.MODERATOR))).isEmpty();
    }

    // ───── Reminders ─────

    @Test
    void readersAndThenTheWriterAreRemindedOnceForEachDeadline() {
        Member writer = first(Role.MODERATOR);
        Member reader = first(Role.COMMUNICATOR);
        Submission submission = signed.submitted(SignedPosts.words("Remind."), writer);
        reminders.remind();
        assertThat(subjects(reader, submission)).containsExactly("To sign off: When a friend goes quiet");
        reminders.remind();
        assertThat(subjects(reader, submission)).hasSize(1);

        dueIn(submission, Duration.ofHours(20));
        reminders.remind();
        assertThat(subjects(reader, submission)).hasSize(2).first().asString().startsWith("By tomorrow");
        assertThat(subjects(writer, submission)).isEmpty();

        dueIn(submission, Duration.ofMinutes(90));
        reminders.remind();
        assertThat(subjects(reader, submission)).hasSize(3).first().asString().startsWith("Soon due");
        assertThat(subjects(writer, submission)).containsExactly("Not signed yet: When a friend goes quiet");

        dueIn(submission, Duration.ofMinutes(-1));
        reminders.remind();
        assertThat(subjects(reader, submission)).hasSize(4).first().asString().startsWith("Not signed in time");
        assertThat(subjects(writer, submission)).hasSize(2);

        dueIn(submission, Duration.ofHours(19));
        reminders.remind();
        assertThat(subjects(reader, submission)).hasSize(5).first().asString().startsWith("By tomorrow");
    }

    @Test
    void whenNobodyIsLeftWhoCouldSignTheWriterIsToldAtOnce() throws Exception {
        // Whoever holds the role in this test's database wrote part of it too.
        Member writer = first(Role.COMMUNICATOR);
        Submission submission =
                signed.submitted(SignedPosts.words("Ask your doctor before you stop taking sertraline."), writer);
        behindOurBack
                .sql(
                        "update people.member set active = false where id in (select member from people.role_held where role = 'legal')")
                .update();
        try {
            reminders.remind();
            assertThat(subjects(writer, submission)).containsExactly("Nobody can sign this: When a friend goes quiet");
            assertThat(reminders.left(List.of(request(submission))).get(submission.id()))
                    .containsExactly(Reader.LEGAL);
            mvc.perform(get("/review/" + submission.id()).with(as(writer)))
                    .andExpect(content().string(containsString("Nobody here can sign as legal")));
        } finally {
            behindOurBack
                    .sql(
                            "update people.member set active = true where id in (select member from people.role_held where role = 'legal')")
                    .update();
        }
    }

    @Test
    void aPersonRemindsAtMostOnceAnHour() throws Exception {
        Member reader = first(Role.COMMUNICATOR);
        Submission submission = signed.submitted(SignedPosts.words("Nudge."), signed.writer());
        reminders.remind();
        assertThat(reminders.nudge(submission.id())).isTrue();
        assertThat(reminders.nudge(submission.id())).isFalse();
        assertThat(subjects(reader, submission)).hasSize(2);
    }

    // ───── Fast lane ─────

    @Test
    void anUrgentPostAsksWhoeverIsOnCallByTheSameRules() throws Exception {
        Member writer = signed.writer();
        Member called = signedIn.member("Zoe on call", null, Role.COMMUNICATOR);
        Member other = first(Role.COMMUNICATOR);
        Submission submission = signed.submitted(SignedPosts.words("Urgent."), writer);
        reminders.remind();
        duty(called);

        mvc.perform(post("/review/" + submission.id() + "/urgent")
                        .with(as(writer))
                        .with(csrf())
                        .param("why", "Something happened at a college tonight."))
                .andExpect(redirectedUrl("/review/" + submission.id()));

        assertThat(subjects(called, submission)).first().asString().startsWith("Urgent, to sign off");
        assertThat(subjects(other, submission)).noneMatch(subject -> subject.startsWith("Urgent"));
        assertThat(request(submission).deadline()).isBefore(Instant.now().plus(61, ChronoUnit.MINUTES));
        assertThatThrownBy(
                        () -> review.sign(submission.id(), Reader.SECOND_READER, submission.hash(), writer, "SESSION"))
                .isInstanceOf(Problem.class);

        dueIn(submission, Duration.ofMinutes(20));
        reminders.remind();
        assertThat(subjects(other, submission)).first().asString().startsWith("Soon due");
        endDuties();
    }

    @Test
    void whoIsOnCallButWroteItIsNotTheOnlyOneAsked() {
        Member writer = signedIn.member("Zoe writes", null, Role.COMMUNICATOR);
        Member other = first(Role.COMMUNICATOR);
        duty(writer);
        Submission submission = signed.submitted(SignedPosts.words("My own."), writer);
        decisions.urgent(submission.id(), "News", writer);
        reminders.remind();

        assertThat(subjects(other, submission)).first().asString().startsWith("Urgent, to sign off");
        endDuties();
    }

    @Test
    void onCallIsForWhoeverHoldsTheRoleAndForATimeThatEnds() {
        Member moderator = signedIn.member(Role.MODERATOR);
        Instant now = Instant.now();
        assertThatThrownBy(
                        () -> onCall.add(Reader.CLINICIAN, moderator.id(), now, now.plusSeconds(60), signed.writer()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> onCall.add(
                        Reader.SECOND_READER, signed.reader().id(), now, now.minusSeconds(60), signed.writer()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aDutyIsTakenAwayOnceByAProgramAndAsOftenAsSomebodyClicks() throws Exception {
        Member writer = signed.writer();
        duty(writer);
        UUID id = onCall.coming().stream()
                .filter(duty -> duty.member().equals(writer.id()))
                .findFirst()
                .orElseThrow()
                .id();

        for (int status : new int[] {204, 404}) {
            mvc.perform(delete("/api/v1/reviews/on-call/" + id).with(as(writer)).with(csrf()))
                    .andExpect(status().is(status));
        }
        mvc.perform(post("/review/on-call/" + id + "/remove").with(as(writer)).with(csrf()))
                .andExpect(redirectedUrl("/review/on-call"));
        assertThat(audit.newest("on-call:" + id, null, 5)).hasSize(1);
    }

    // ───── Windows ─────

    @Test
    void insideTheWindowMovingVoidsNothingAndOutsideACommunicatorWhoDidNotWriteItApproves() throws Exception {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Moving."), writer);
        Delivery delivery = planned(submission, Duration.ofDays(3), writer);
        publishing.move(delivery.id(), in(Duration.ofDays(20)), writer);
        assertThat(request(submission).state()).isEqualTo(Request.State.SIGNED_OFF);
        assertThatThrownBy(() -> publishing.move(delivery.id(), in(Duration.ofDays(40)), writer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("publishing.outside-window"));

        window(submission, writer, 60).andExpect(status().isForbidden());
        window(submission, signedIn.member(Role.CLINICIAN), 60).andExpect(status().isForbidden());
        window(submission, signed.reader(), 900).andExpect(status().isUnprocessableContent());
        window(submission, signed.reader(), 60).andExpect(redirectedUrl("/review/" + submission.id()));
        publishing.move(delivery.id(), in(Duration.ofDays(40)), writer);
        Instant then = Instant.now().plus(40, ChronoUnit.DAYS);
        assertThat(review.mayBeSent(submission.id(), submission.hash(), then)).isEqualTo(new Review.MayBeSent.Yes());
        assertThat(review.mayBeSent(submission.id(), submission.hash(), then.plus(40, ChronoUnit.DAYS)))
                .isEqualTo(new Review.MayBeSent.No("review.no.window", List.of(), false));
    }

    private org.springframework.test.web.servlet.ResultActions window(Submission submission, Member by, int days)
            throws Exception {
        LocalDateTime today = LocalDateTime.now(LONDON).truncatedTo(ChronoUnit.MINUTES);
        return mvc.perform(post("/review/" + submission.id() + "/window")
                .with(as(by))
                .with(csrf())
                .param("from", today.toString())
                .param("to", today.plusDays(days).toString()));
    }

    // Reminders reach the first fifty by name; this one is among them.
    private Member first(Role role) {
        return signedIn.member("!" + Long.toString(Long.MAX_VALUE - System.nanoTime(), 36), null, role);
    }

    private void duty(Member member) {
        Instant now = Instant.now();
        onCall.add(Reader.SECOND_READER, member.id(), now.minusSeconds(60), now.plusSeconds(3600), member);
    }

    private void endDuties() {
        onCall.coming().forEach(duty -> onCall.remove(duty.id(), signed.writer()));
    }

    private Delivery planned(Submission submission, Duration wait, Member writer) {
        return publishing
                .schedule(submission.id(), List.of(accounts.on(mastodon).id()), in(wait), null, writer)
                .getFirst();
    }

    private static Wall in(Duration wait) {
        return new Wall(LocalDateTime.now(LONDON).plus(wait), LONDON);
    }

    private void dueIn(Submission submission, Duration wait) {
        behindOurBack
                .sql("update review.request set deadline = now() + make_interval(secs => :secs) where submission = :id")
                .param("secs", wait.toSeconds())
                .param("id", submission.id())
                .update();
    }

    private Request request(Submission submission) {
        return review.find(submission.id()).orElseThrow();
    }

    // Other tests' posts wait for the same readers, so only letters about this one count. Newest first.
    private List<String> subjects(Member member, Submission submission) {
        return behindOurBack
                .sql("""
                select subject from mail.message where recipient = :to and body like '%' || :id || '%'
                order by written_at desc
                """)
                .param("to", member.email().value())
                .param("id", submission.id().toString())
                .query(String.class)
                .list();
    }
}
