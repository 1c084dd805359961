package health.clarion.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.clarion.HubTest;
import health.clarion.RealBrowser;
import health.clarion.mail.Mail;
import health.clarion.media.Media;
import health.clarion.media.Samples;
import health.clarion.networks.Network;
import health.clarion.people.EmailAddress;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Link;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.posts.Variant;
import health.clarion.publishing.SignedPosts;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reading and deciding in a real browser, by keyboard: a colleague with an account, and a guest with a link. */
@HubTest
class ReviewInBrowserTest {

    private static final String CLAIM = "Walking every day lowers your blood pressure.";

    private static RealBrowser browser;

    private final SignedIn signedIn;
    private final SignedPosts signed;
    private final Posts posts;
    private final Media media;
    private final Review review;
    private final Guests guests;
    private final OnCall onCall;
    private final Mail mail;

    @LocalServerPort
    private int port;

    ReviewInBrowserTest(
            SignedIn signedIn,
            SignedPosts signed,
            Posts posts,
            Media media,
            Review review,
            Guests guests,
            OnCall onCall,
            Mail mail) {
        this.signedIn = signedIn;
        this.signed = signed;
        this.posts = posts;
        this.media = media;
        this.review = review;
        this.guests = guests;
        this.onCall = onCall;
        this.mail = mail;
    }

    @BeforeAll
    static void open() {
        browser = RealBrowser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    // Signed off once, then changed in the words, one network's own words and a source.
    private Submission changedSince(Member writer) throws Exception {
        byte[] file = Samples.png(1200, 630, 7);
        UUID picture =
                media.store(new ByteArrayInputStream(file), "door.png", writer).id();
        Content first = SignedPosts.words("The night porter knew my name. " + CLAIM)
                .withMedia(List.of(new PostMedia(picture, "A door left ajar in a dark corridor.")))
                .withContentWarning("Mentions a hard time")
                .withLink(new Link("https://harbourminds.example/door", "One Open Door", "Ask your college"))
                .withSources(List.of(new ClaimSource(CLAIM, "NHS 2024", "https://nhs.example/walking")));
        Submission signedOnce = signed.signed(first, writer);
        Post post = posts.find(signedOnce.post()).orElseThrow();
        Content second = first.withText(
                        first.text().replace("The night porter knew my name.", "The porter knew my name and asked."))
                .withVariants(
                        Map.of(Network.MASTODON, new Variant(CLAIM + " #OneOpenDoor", List.of("Ask your college."))))
                .withSources(List.of(new ClaimSource(CLAIM, "Cochrane 2021", "https://cochrane.example/walking")));
        posts.save(post.id(), post.version(), second, writer.id());
        return signed.submitted(posts.find(post.id()).orElseThrow(), writer);
    }

    @Test
    void aColleagueFindsItInTheQueueReadsItAndAsksForAChangeByKeyboard() throws Exception {
        Member doctor = signedIn.withPassword("Ilse Thornquist", Role.CLINICIAN);
        Submission submission = changedSince(signed.writer());
        try (BrowserContext context = browser.visitor("http://localhost:" + port)) {
            Page page = context.newPage();
            signIn(page, doctor, "/review");
            RealBrowser.check(page, "review-queue");
            page.navigate("/review/" + submission.id());
            assertThat(page.locator(".diff").first()).containsText("asked");
            assertThat(page.locator("#changed ~ .card")).containsText("Cochrane");
            assertThat(page.getByAltText("A door left ajar in a dark corridor.").first())
                    .isVisible();
            assertThat(page.locator("[data-network=mastodon]").first()).containsText("utm_source=mastodon");
            RealBrowser.check(page, "review-page");

            reach(page, page.getByLabel("The words it is about"));
            page.keyboard().type("lowers");
            page.keyboard().press("Tab");
            page.keyboard().type("Could it be “may lower”?");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            page.waitForURL("**/review");
            assertThat(review.changes(submission.id())).singleElement().satisfies(change -> {
                assertThat(change.phrase()).isEqualTo("lowers");
                assertThat(change.asker()).isEqualTo(doctor.actor());
            });
        }
    }

    @Test
    void aGuestReadsAndSignsByKeyboard() throws Exception {
        Submission submission = changedSince(signed.writer());
        EmailAddress address = new EmailAddress("dr-" + UUID.randomUUID() + "@example.org");
        guests.invite(
                submission.id(),
                new Guests.Invited(Reader.CLINICIAN, "Dr Ilse Thornquist", "GMC 0000000", address, Locale.ENGLISH),
                signed.writer());
        String link = found("(/sign/\\S+)", newest(address).text());
        try (BrowserContext context = browser.visitor("http://localhost:" + port)) {
            Page page = context.newPage();
            page.navigate(link);
            RealBrowser.check(page, "guest-page");
            reach(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("code"))));
            page.keyboard().press("Enter");
            Locator code = page.locator("#code");
            code.waitFor();
            RealBrowser.check(page, "guest-page-code");
            reach(page, code);
            page.keyboard().type(found("\\b(\\d{6})\\b", newest(address).subject()));
            page.keyboard().press("Enter");
            page.getByText("Thank you").first().waitFor();
            RealBrowser.check(page, "guest-thanks");
        }
        assertThat(review.mayBeSent(submission.id(), submission.hash(), Instant.now()))
                .isEqualTo(new Review.MayBeSent.Yes());
    }

    @Test
    void thePageOfWhoIsOnCallIsReadable() {
        Member writer = signedIn.withPassword("Nadia Ferrer", Role.COMMUNICATOR);
        Instant now = Instant.now();
        onCall.add(Reader.SECOND_READER, writer.id(), now, now.plusSeconds(3600), writer);
        try (BrowserContext context = browser.visitor("http://localhost:" + port)) {
            Page page = context.newPage();
            signIn(page, writer, "/review/on-call");
            RealBrowser.check(page, "on-call");
        }
        onCall.coming().stream()
                .filter(duty -> duty.member().equals(writer.id()))
                .forEach(duty -> onCall.remove(duty.id(), writer));
    }

    private void signIn(Page page, Member member, String next) {
        page.navigate("/sign-in?next=" + next);
        page.getByLabel("E-mail address").fill(member.email().value());
        page.getByLabel("Password").fill(SignedIn.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in")); // whoever may sign is asked for a second factor first
        page.navigate(next);
    }

    // By Tab alone, as somebody without a mouse comes to it.
    private static void reach(Page page, Locator wanted) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("Tab never came to " + wanted);
    }

    private Mail.Message newest(EmailAddress address) {
        return mail.outbox(200).stream()
                .filter(letter -> letter.recipient().equals(address.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
