package health.clarion;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.clarion.Visitor.Answer;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Sessions;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form that could not be taken comes back with its words, as a plain page, so that it can be sent again. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class NothingTypedIsLostTest {

    private static final String WORDS = "A friend who went quiet told me this <on the stairs>";
    private static final String SHOWN = "A friend who went quiet told me this &lt;on the stairs&gt;</textarea>";

    @LocalServerPort
    private int port;

    private final SignedIn people;
    private final Sessions sessions;
    private final Campaigns campaigns;
    private final Posts posts;
    private Member nadia;
    private Visitor browser;
    private Post post;

    NothingTypedIsLostTest(SignedIn people, Sessions sessions, Campaigns campaigns, Posts posts) {
        this.people = people;
        this.sessions = sessions;
        this.campaigns = campaigns;
        this.posts = posts;
    }

    @BeforeEach
    void somebodyWrites() {
        nadia = people.withPassword("Nadia", Role.COMMUNICATOR);
        LocalDate today = LocalDate.of(2026, 11, 21);
        Campaign campaign = campaigns.create(
                Brief.of("One Open Door", "A door open", Goal.values()[0], today, today.plusDays(30), nadia.id())
                        .speakingTo(List.of(), Set.of(Network.MASTODON)),
                nadia.actor());
        post = posts.create(
                campaign.id(),
                "When a friend goes quiet",
                "en",
                Content.of("", "en", Set.of(Network.MASTODON)),
                nadia.id());
        browser = new Visitor(port);
        browser.signIn(nadia.email().value(), SignedIn.PASSWORD);
        browser.readForm(composer());
    }

    private String composer() {
        return "/posts/" + post.id();
    }

    private Answer submitWords() {
        return browser.submit(composer(), "version", String.valueOf(post.version()), "text", WORDS);
    }

    private void assertKept() {
        assertThat(posts.revisions(post.id(), 1).getFirst().content().text()).isEqualTo(WORDS);
    }

    @Test
    void aSessionThatEndsWhileWritingKeepsTheWordsUntilTheWriterIsBack(CapturedOutput log) {
        sessions.endAll(nadia.id(), null, "hub");

        Answer refused = submitWords();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains(SHOWN, "Send it again", "href=\"/sign-in\" target=\"_blank\"")
                .contains("action=\"" + composer() + "\"");
        NothingLeaks.in(refused.body());

        browser.signIn(nadia.email().value(), SignedIn.PASSWORD); // in another tab
        browser.readForm(refused); // back on this one
        assertThat(submitWords().status()).isLessThan(400);
        assertKept();
        assertThat(log.getAll())
                .doesNotContain("told me this")
                .doesNotContain(nadia.email().value());
    }

    @Test
    void aFormThatWasOpenForTooLongComesBackWithAFreshToken() {
        browser.letFormExpire();

        Answer refused = submitWords();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("open for too long", SHOWN);
        browser.readForm(refused);
        assertThat(submitWords().status()).isLessThan(400);
        assertKept();
    }

    @Test
    void anotherSitesWordsAreNotOfferedToBeSentOn() {
        browser.letFormExpire();

        Answer refused = browser.submitFrom("https://elsewhere.example", composer(), "text", WORDS);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("told me this");
    }

    @Test
    void passwordsAndCodesDoNotComeBack() {
        browser.letFormExpire();

        Answer refused = browser.submit(
                "/sign-in", "email", nadia.email().value(), "password", "hunter twelve lamp", "code", "123 456");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .contains(nadia.email().value(), "enter or choose them anew")
                .doesNotContain("hunter twelve lamp", "123 456");
    }

    @Test
    void wordsThatAreTooLongComeBackWithTheReasonBesideThem() {
        String tooLong = "word ".repeat(15_000) + "and the very last one";

        Answer refused = browser.submit(composer(), "version", String.valueOf(post.version()), "text", tooLong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("and the very last one");
    }

    @Test
    void aFormLargerThanAnyOfOursIsRefusedInWords() {
        Answer refused = browser.submit(composer(), "text", "x".repeat(2_200_000));

        assertThat(refused.status()).isBetween(400, 499);
        NothingLeaks.in(refused.body());
    }

    @Test
    void inABrowserTheWordsAreSentAgainAfterSigningInInAnotherTab() {
        try (RealBrowser chromium = RealBrowser.start();
                BrowserContext visitor = chromium.visitor("http://localhost:" + port)) {
            Page page = visitor.newPage();
            signIn(page);
            page.navigate(composer());
            page.locator("#w-all-0").fill(WORDS);
            sessions.endAll(nadia.id(), null, "hub");
            page.evaluate("document.getElementById('composer').submit()");
            page.locator("#typed-title").waitFor();
            assertThat(page.locator("h1").textContent()).isEqualTo("Please sign in");
            RealBrowser.check(page, "typed-words-kept");

            signIn(visitor.newPage());
            page.locator("main button[type=submit]").click();
            page.waitForURL("**" + composer() + "**");
            assertKept();
        }
    }

    private void signIn(Page page) {
        page.navigate("/sign-in");
        page.locator("[name=email]").fill(nadia.email().value());
        page.locator("[name=password]").fill(SignedIn.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }
}
