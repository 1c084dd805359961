package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.mail.Mail;
import health.clarion.people.Member;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.SignedPosts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A clinician or lawyer without an account signs through a link that works once, for the one person who reads its mail. */
@HubTest
class GuestsTest {

    private static final String CLAIM = "Walking every day lowers your blood pressure.";
    private static final Pattern LINK = Pattern.compile("(/sign/\\S+)");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final MockMvc mvc;
    private final Posts posts;
    private final Review review;
    private final SignedPosts signed;
    private final Mail mail;
    private final JdbcClient behindOurBack;

    GuestsTest(
            MockMvc mvc,
            Posts posts,
            Review review,
            SignedPosts signed,
            Mail mail,
            @Value("${clarion.test-owner-url}") String owner) {
        this.mvc = mvc;
        this.posts = posts;
        this.review = review;
        this.signed = signed;
        this.mail = mail;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    @Test
    void aGuestReadsEverythingAndSignsOnceWithTheCodeFromTheirMail() throws Exception {
        Submission submission = claim();
        String address = address();
        String link = invited(submission, "clinician", address);
        mvc.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(CLAIM)))
                .andExpect(content().string(containsString("NHS 2024")))
                .andExpect(content().string(not(containsString("name=\"code\""))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", "no-store"));
        String code = code(link, address);
        mvc.perform(get(link)).andExpect(content().string(containsString("name=\"code\"")));

        decide(link, submission, "sign", code).andExpect(content().string(containsString("Thank you")));

        Request request = review.find(submission.id()).orElseThrow();
        assertThat(request.state()).isEqualTo(Request.State.SIGNED_OFF);
        assertThat(request.signed().getFirst().through()).isEqualTo("GUEST");
        assertThat(review.mayBeSent(submission.id(), submission.hash(), Instant.now()))
                .isEqualTo(new Review.MayBeSent.Yes());
        mvc.perform(get(link)).andExpect(status().isGone());
        decide(link, submission, "sign", code).andExpect(status().isGone());
    }

    @Test
    void aGuestAsksForAChangeAndNothingTypedIsLostByAWrongCode() throws Exception {
        Submission submission = claim();
        String address = address();
        String link = invited(submission, "clinician", address);
        String code = code(link, address);

        decide(link, submission, "changes", "x".repeat(6), "wish", "Say “may lower”.")
                .andExpect(content().string(containsString("That is not the code we sent")))
                .andExpect(content().string(containsString("Say “may lower”.")));
        decide(link, submission, "changes", code, "wish", " ", "phrase", "lowers risk")
                .andExpect(content().string(containsString("Please say what should change.")))
                .andExpect(content().string(containsString("lowers risk")));
        decide(link, submission, "changes", code, "wish", "Say “may lower”.").andExpect(status().isOk());

        assertThat(review.find(submission.id()).orElseThrow().state()).isEqualTo(Request.State.CHANGES_ASKED);
        assertThat(review.changes(submission.id())).singleElement().satisfies(change -> assertThat(change.wish())
                .isEqualTo("Say “may lower”."));
    }

    @Test
    void aCodeCanBeGuessedFiveTimesAndALinkHasTenCodes() throws Exception {
        Submission submission = claim();
        String address = address();
        String link = invited(submission, "clinician", address);
        String code = code(link, address);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int guess = 0; guess < 5; guess++) {
            decide(link, submission, "sign", wrong).andExpect(content().string(containsString("not the code")));
        }
        decide(link, submission, "sign", code).andExpect(content().string(containsString("tried too often")));
        askForCode(link).andExpect(content().string(containsString("less than a minute ago")));

        sql("update review.guest set codes = 10, code_expires_at = now() where submission = :id", submission.id());
        askForCode(link).andExpect(content().string(not(containsString("name=\"code\""))));
        assertThat(letters(address)).hasSize(2);
        assertThat(review.find(submission.id()).orElseThrow().signed()).isEmpty();
    }

    @Test
    void anEndedUnknownOrOutdatedLinkOpensNothing() throws Exception {
        Submission submission = claim();
        String link = invited(submission, "clinician", address());
        mvc.perform(get(link + "x")).andExpect(status().isGone());
        mvc.perform(post(link + "x/code").with(csrf())).andExpect(status().isGone());

        sql("update review.guest set expires_at = now() where submission = :id", submission.id());
        mvc.perform(get(link)).andExpect(status().isGone());

        Submission edited = claim();
        String address = address();
        String other = invited(edited, "clinician", address);
        String code = code(other, address);
        var post = posts.find(edited.post()).orElseThrow();
        posts.save(post.id(), post.version(), SignedPosts.words("Other words."), post.author());
        mvc.perform(get(other)).andExpect(status().isGone());
        askForCode(other).andExpect(status().isGone());
        decide(other, edited, "sign", code).andExpect(status().isGone());
    }

    @Test
    void aLinkMovedToAnotherPostOrAddressBehindTheHubsBackOpensNothing() throws Exception {
        Submission submission = claim();
        String link = invited(submission, "clinician", address());
        Submission other = claim();
        behindOurBack
                .sql("update review.guest set submission = :other where submission = :id")
                .param("other", other.id())
                .param("id", submission.id())
                .update();
        mvc.perform(get(link)).andExpect(status().isGone());

        String second = invited(submission, "clinician", address());
        sql("update review.guest set email = 'writer@example.org' where submission = :id", submission.id());
        mvc.perform(get(second)).andExpect(status().isGone());
        askForCode(second).andExpect(status().isGone());
    }

    @Test
    void whoHasAnAccountOrWroteItIsNoGuest() throws Exception {
        Member writer = signed.writer();
        Submission submission = signed.submitted(claimed(), writer);
        String own = writer.email().value();
        invite(submission, "clinician", own, writer).andExpect(status().isUnprocessableContent());
        invite(submission, "clinician", own.replace("@", "+doctor@"), writer)
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("wrote or signed part")));
        invite(submission, "clinician", signed.reader().email().value(), writer)
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void oneAddressDoesNotSignTwoRoles() throws Exception {
        Submission submission = signed.submitted(
                SignedPosts.words("Ask your doctor before you stop taking sertraline."), signed.writer());
        String address = address();
        invited(submission, "clinician", address);
        invite(submission, "legal", address.replace("@", "+law@"), signed.writer())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("already invited for another role")));
    }

    private Submission claim() {
        return signed.submitted(claimed(), signed.writer());
    }

    private static Content claimed() {
        return SignedPosts.words(CLAIM)
                .withSources(List.of(new ClaimSource(CLAIM, "NHS 2024", "https://nhs.example/walking")));
    }

    private static String address() {
        return "dr-" + UUID.randomUUID() + "@example.org";
    }

    private ResultActions invite(Submission submission, String role, String address, Member by) throws Exception {
        return mvc.perform(post("/review/" + submission.id() + "/guests")
                .with(as(by))
                .with(csrf())
                .param("role", role)
                .param("name", "Dr Ilse Thornquist")
                .param("registration", "GMC 0000000")
                .param("email", address));
    }

    private String invited(Submission submission, String role, String address) throws Exception {
        invite(submission, role, address, signed.writer()).andExpect(redirectedUrl("/review/" + submission.id()));
        return found(LINK, letters(address).getFirst().text());
    }

    private ResultActions askForCode(String link) throws Exception {
        return mvc.perform(post(link + "/code").with(csrf()));
    }

    private String code(String link, String address) throws Exception {
        askForCode(link).andExpect(status().isOk());
        return found(CODE, letters(address).getFirst().subject());
    }

    private ResultActions decide(String link, Submission submission, String decision, String code, String... more)
            throws Exception {
        var form = post(link)
                .with(csrf())
                .param("decision", decision)
                .param("code", code)
                .param("hash", submission.hash().value());
        for (int i = 0; i < more.length; i += 2) {
            form.param(more[i], more[i + 1]);
        }
        return mvc.perform(form);
    }

    private List<Mail.Message> letters(String address) {
        return mail.outbox(200).stream()
                .filter(letter -> letter.recipient().equals(address))
                .toList();
    }

    private void sql(String statement, UUID id) {
        assertThat(behindOurBack.sql(statement).param("id", id).update()).isPositive();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
