package health.clarion.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.clarion.HubTest;
import health.clarion.RealBrowser;
import health.clarion.mail.Mail;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HubTest
class PeopleInBrowserTest {

    private static RealBrowser browser;

    private final SignedIn signedIn;
    private final Passwords passwords;
    private final Invitations invitations;
    private final Lending lending;
    private final Mail mail;
    private final Links links;

    @LocalServerPort
    private int port;

    PeopleInBrowserTest(
            SignedIn signedIn, Passwords passwords, Invitations invitations, Lending lending, Mail mail, Links links) {
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.invitations = invitations;
        this.lending = lending;
        this.mail = mail;
        this.links = links;
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

    @Test
    void aPasskeyIsAddedAndThenOpensWithoutAPasswordForSigningOff() {
        Member member = member("Carles Ferrer", Role.CLINICIAN);
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            withFingerprint(page);
            signIn(page, member, "/account/factors");
            page.getByLabel("Name of this passkey").fill("Work laptop");
            press(page, "Add a passkey");
            page.getByText("Your recovery codes").waitFor();
            assertThat(page.locator(".codes li").count()).isEqualTo(10);
            press(page, "I have kept them");
            RealBrowser.check(page, "factors");

            press(page, "Sign out");
            page.navigate("/sign-in?next=/account/sessions");
            press(page, "Sign in with a passkey");
            page.waitForURL(url -> url.endsWith(port + "/account/sessions"));
            assertThat(page.request().get("/api/v1/me").text())
                    .contains("\"sign-off\"", member.id().toString());
        }
    }

    @Test
    void aPasswordAloneDoesNotOpenAnAccountWithAPasskey() {
        Member member = member("Priya Nair", Role.LEGAL);
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            withFingerprint(page);
            signIn(page, member, "/account/factors");
            press(page, "Add a passkey");
            press(page, "I have kept them");
            press(page, "Sign out");

            signIn(page, member, "/account");
            assertThat(page.url()).contains("/sign-in/code");
            RealBrowser.check(page, "sign-in-passkey-next");
            press(page, "Sign in with a passkey");
            page.waitForURL(url -> url.endsWith(port + "/account"));
        }
    }

    @Test
    void theWaysInAreReadableForEverybody() {
        Member admin = member("Tomas", Role.ADMINISTRATOR);
        Member invited = invitations.invite(
                new Invitations.Wish(
                        "Nadia",
                        new EmailAddress(UUID.randomUUID() + "@example.org"),
                        java.util.Set.of(Role.COMMUNICATOR),
                        java.util.Locale.ENGLISH,
                        null),
                admin);
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            RealBrowser.check(page, "sign-in");
            page.getByLabel("E-mail address").fill("nobody@example.org");
            page.getByLabel("Password").fill("something wrong entirely");
            page.keyboard().press("Enter");
            page.getByText("One thing needs another look").waitFor();
            RealBrowser.check(page, "sign-in-refused");
            page.navigate("/forgotten");
            RealBrowser.check(page, "forgotten");
            page.navigate(Letters.link(mail, invited.email()));
            RealBrowser.check(page, "invitation");
            page.navigate("/invitation/gone");
            RealBrowser.check(page, "invitation-gone");
            page.navigate("/reset/" + links.make(Links.Purpose.RESET, admin.id()));
            RealBrowser.check(page, "reset");
            page.navigate("/set-up/" + links.make(Links.Purpose.SET_UP, null));
            RealBrowser.check(page, "set-up");
        }
    }

    @Test
    void anAccountIsReadableForEverybody() {
        Member me = member("Dr Ingrid Thornquist-Vandenberghe", Role.ADMINISTRATOR, Role.COMMUNICATOR);
        Member colleague = member("Carles Ferrer i Puigdomènech", Role.MODERATOR);
        lending.lend(me, colleague.id(), Role.COMMUNICATOR, LocalDate.now().plusDays(10));
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signIn(page, me, "/account");
            for (String part :
                    new String[] {"", "/factors", "/factors/code-app", "/sessions", "/lending", "/tokens", "/confirm"
                    }) {
                page.navigate("/account" + part);
                RealBrowser.check(page, "account" + part.replace('/', '-'));
            }
            page.navigate("/account/tokens");
            page.getByLabel("What is it for?").fill("Weekly numbers");
            press(page, "Make this token");
            page.getByText("Copy it now").waitFor();
            RealBrowser.check(page, "token-made");
            page.navigate("/account/tokens");
            RealBrowser.check(page, "account-tokens-one");
            for (String place :
                    new String[] {"/people", "/people/invite", "/people/" + colleague.id(), "/organisation"}) {
                page.navigate(place);
                RealBrowser.check(
                        page,
                        place.startsWith("/people/" + colleague.id())
                                ? "member"
                                : place.substring(1).replace('/', '-'));
            }
        }
    }

    private static void press(Page page, String words) {
        page.locator("button:visible, a.btn:visible")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private BrowserContext visitor() {
        return browser.visitor("http://localhost:" + port);
    }

    private Member member(String name, Role... roles) {
        Member member = signedIn.member(name, null, roles);
        passwords.set(member.id(), Browser.PASSWORD);
        return member;
    }

    private static void signIn(Page page, Member member, String next) {
        page.navigate("/sign-in?next=" + next);
        page.getByLabel("E-mail address").fill(member.email().value());
        page.getByLabel("Password").fill(Browser.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in?"));
    }

    /** A device that verifies its owner, as a phone's fingerprint does. */
    private static void withFingerprint(Page page) {
        var devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }
}
