package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import health.clarion.HubTest;
import health.clarion.RealBrowser;
import health.clarion.accounts.TestAccounts;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Sessions;
import health.clarion.posts.Content;
import health.clarion.publishing.Delivery.State;
import health.clarion.rig.MastodonStandIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person is asked about deliveries, in a real browser. */
@HubTest
class DeliveriesInBrowserTest {

    private static RealBrowser browser;
    private static MastodonStandIn mastodon;

    private final Sessions sessions;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final Watched watched;

    @LocalServerPort
    private int port;

    DeliveriesInBrowserTest(Sessions sessions, TestAccounts accounts, SignedPosts signed, Watched watched) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.signed = signed;
        this.watched = watched;
    }

    @BeforeAll
    static void open() {
        browser = RealBrowser.start();
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            mastodon.close();
        }
    }

    private Page signedIn(BrowserContext visitor, Member member) {
        String secret = sessions.begin(member.id(), true, true, "Chromium").secret();
        visitor.addCookies(List.of(new Cookie("clarion-session", secret).setUrl("http://localhost:" + port)));
        return visitor.newPage();
    }

    private Delivery sent(Member writer) {
        return watched.until(
                watched.plan(signed.signed(SignedPosts.words("One open door."), writer), accounts.on(mastodon), writer),
                State.SENT);
    }

    private void becomes(Delivery delivery, String change) {
        watched.eventually(delivery, d -> d.readBack() != null);
        watched.behindOurBack()
                .sql("update publishing.delivery set " + change + " where id = :id")
                .param("id", delivery.id())
                .update();
    }

    @Test
    void whatAPersonIsAskedIsReadableForEverybodyAndAnsweredInOnePlace() {
        Member writer = signed.writer();
        Content byHand = Content.of(
                        "The night porter knew my name. "
                                + UUID.randomUUID().toString().substring(0, 8),
                        "en",
                        Set.of(Network.X))
                .withThread(List.of("Ask for the key at the desk."));
        Delivery pack = watched.until(
                watched.plan(signed.signed(byHand, writer), accounts.byHand(Network.X), writer), State.AWAITING_PERSON);
        Delivery differs = sent(writer);
        becomes(
                differs,
                "read_back = 'DIFFERENT', reason_key = 'channels.differs.text', "
                        + "reason_arguments = '[\"Mastodon\"]'");
        Delivery down = sent(writer);
        becomes(down, "state = 'AWAITING_PERSON', retract_asked = true");

        try (BrowserContext visitor = browser.visitor("http://localhost:" + port)) {
            Page page = signedIn(visitor, writer);
            page.navigate("/deliveries/" + differs.id());
            RealBrowser.check(page, "delivery-differs");
            page.navigate("/deliveries/" + down.id());
            RealBrowser.check(page, "delivery-down");
            page.navigate("/deliveries/" + pack.id());
            RealBrowser.check(page, "delivery-copy-pack");
            page.getByLabel("Address of the post").fill("https://x.com/harbour/status/1");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("It is there"))
                    .press("Enter");
            page.waitForURL("**/deliveries");
            RealBrowser.check(page, "deliveries");
        }

        assertThat(watched.now(pack).state()).isEqualTo(State.SENT);
    }
}
