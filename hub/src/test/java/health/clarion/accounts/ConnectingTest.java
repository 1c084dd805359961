package health.clarion.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.accounts.Connecting.Result;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.Credentials.OAuthToken;
import health.clarion.mail.Mail;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HubTest
class ConnectingTest {

    private static BlueskyStandIn bluesky;
    private static MastodonStandIn mastodon;

    private final Connecting connecting;
    private final Accounts accounts;
    private final Mail mail;
    private final SignedIn signedIn;
    private Member admin;

    ConnectingTest(Connecting connecting, Accounts accounts, Mail mail, SignedIn signedIn) {
        this.connecting = connecting;
        this.accounts = accounts;
        this.mail = mail;
        this.signedIn = signedIn;
    }

    @BeforeAll
    static void serversStart() {
        bluesky = BlueskyStandIn.start();
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void serversStop() {
        bluesky.close();
        mastodon.close();
    }

    @BeforeEach
    void somebodyConnects() {
        admin = signedIn.member(Role.ADMINISTRATOR);
    }

    // Other tests, and jobs that look at every account, must not meet these.
    @AfterEach
    void accountsAreForgotten() {
        accounts.all().stream()
                .filter(entry -> entry.connectedBy().equals(admin.id()))
                .forEach(entry -> accounts.forget(entry.account().id()));
    }

    @Test
    void blueskyIsConnectedBySigningIn() {
        var there = bluesky.createAccount(name());

        Account account = connected(
                connecting.bluesky(bluesky.url().toString(), "@" + there.handle(), there.appPassword(), admin));

        assertThat(account.network()).isEqualTo(Network.BLUESKY);
        assertThat(account.handle()).isEqualTo(there.handle());
        assertThat(account.status()).isEqualTo(Account.Status.CONNECTED);
        assertThat(accounts.connected()).contains(account);
        assertThat(accounts.on(Network.BLUESKY)).contains(account);
        assertThat(credentials(account)).isInstanceOfSatisfying(AppPassword.class, password -> {
            assertThat(password.password()).isEqualTo(there.appPassword());
            assertThat(password.session()).isNotNull();
        });
    }

    @Test
    void aWrongAppPasswordConnectsNothingAndSaysSo() {
        var there = bluesky.createAccount(name());

        Result result = connecting.bluesky(bluesky.url().toString(), there.handle(), "wrong", admin);

        assertThat(result).isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(
                        refused.reason().key())
                .isEqualTo("accounts.sign-in-refused"));
        assertThat(accounts.all()).noneMatch(entry -> entry.account().handle().equals(there.handle()));
    }

    @Test
    void aServerThatDoesNotAnswerIsForLater() {
        assertThat(connecting.bluesky("http://localhost:9", "a.test", "secret", admin))
                .isInstanceOf(Result.TryLater.class);
        assertThat(connecting.bluesky("not a server", "a.test", "secret", admin))
                .isInstanceOf(Result.Refused.class);
        assertThat(connecting.mastodon("https://user:pass@evil.example/path", admin))
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    void connectingAgainRenewsTheSameAccount() {
        var there = bluesky.createAccount(name());
        Account first =
                connected(connecting.bluesky(bluesky.url().toString(), there.handle(), there.appPassword(), admin));
        accounts.needsSignIn(first.id());
        assertThat(accounts.connection(first.id())).isEmpty();

        Account again =
                connected(connecting.bluesky(bluesky.url().toString(), there.handle(), there.appPassword(), admin));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.status()).isEqualTo(Account.Status.CONNECTED);
    }

    @Test
    void whoConnectedAnAccountIsToldOnceThatItNeedsThem() {
        var there = bluesky.createAccount(name());
        Account account =
                connected(connecting.bluesky(bluesky.url().toString(), there.handle(), there.appPassword(), admin));

        accounts.needsSignIn(account.id());
        accounts.needsSignIn(account.id());

        assertThat(accounts.find(account.id())).map(Account::status).contains(Account.Status.NEEDS_SIGN_IN);
        assertThat(mail.outbox(200))
                .filteredOn(message -> message.recipient().equals(admin.email().value()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("/accounts", there.handle()));
    }

    @Test
    void mastodonIsConnectedThroughItsOwnPage() throws Exception {
        var there = mastodon.createAccount(name(), "Harbour Minds");
        URI page = yesNeeded(connecting.mastodon(mastodon.url().toString(), admin));
        assertThat(page.getQuery()).contains("code_challenge_method=S256", "state=");

        String back = sayYes(page, there.id());
        Account account = connected(connecting.mastodonAnswer(part(back, "state"), part(back, "code"), admin));

        assertThat(account.network()).isEqualTo(Network.MASTODON);
        assertThat(account.displayName()).isEqualTo("Harbour Minds");
        assertThat(account.handle()).startsWith(there.username() + "@");
        assertThat(credentials(account)).isInstanceOf(OAuthToken.class);
        assertThat(accounts.all())
                .filteredOn(entry -> entry.account().equals(account))
                .singleElement()
                .satisfies(entry -> assertThat(entry.connectedBy()).isEqualTo(admin.id()));
        assertThat(accounts.capabilities(account).network()).isEqualTo(Network.MASTODON);
    }

    @Test
    void anAnswerCountsOnceAndForWhoeverBegan() throws Exception {
        var there = mastodon.createAccount(name(), "");
        Member other = signedIn.member(Role.COMMUNICATOR);
        String back = sayYes(yesNeeded(connecting.mastodon(mastodon.url().toString(), admin)), there.id());

        assertThat(connecting.mastodonAnswer(part(back, "state"), part(back, "code"), other))
                .as("somebody else's browser")
                .isInstanceOf(Result.Refused.class);
        connected(connecting.mastodonAnswer(part(back, "state"), part(back, "code"), admin));
        assertThat(connecting.mastodonAnswer(part(back, "state"), part(back, "code"), admin))
                .as("the same answer again")
                .isInstanceOf(Result.Refused.class);
        assertThat(connecting.mastodonAnswer("made-up", "code", admin)).isInstanceOf(Result.Refused.class);
    }

    @Test
    void sayingNoConnectsNothing() {
        URI page = yesNeeded(connecting.mastodon(mastodon.url().toString(), admin));

        assertThat(connecting.mastodonAnswer(part(page.toString(), "state"), "", admin))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("accounts.said-no"));
    }

    @Test
    void anAccountWithoutAnOpenWayIsNotedByNameAndAddress() {
        Account account = connected(
                connecting.byHand(Network.SNAPCHAT, "@harbourminds", "www.snapchat.com/add/harbourminds", admin));

        assertThat(account.who()).isEqualTo("@harbourminds");
        assertThat(account.server()).isEqualTo(URI.create("https://www.snapchat.com/add/harbourminds"));
        assertThat(accounts.byHand(account)).isTrue();
        assertThat(accounts.connection(account.id())).isEmpty();
        for (String address : new String[] {"javascript:alert(1)", "http://example.org", "https://", "a b"}) {
            assertThat(connecting.byHand(Network.SNAPCHAT, "name", address, admin))
                    .as(address)
                    .isInstanceOf(Result.Refused.class);
        }
        assertThat(connecting.byHand(Network.BLUESKY, "name", "https://bsky.app", admin))
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    void disconnectingForgetsTheCredentialsAndKeepsTheName() {
        var there = bluesky.createAccount(name());
        Account account =
                connected(connecting.bluesky(bluesky.url().toString(), there.handle(), there.appPassword(), admin));

        connecting.disconnect(account.id(), admin);

        assertThat(accounts.connection(account.id())).isEmpty();
        assertThat(accounts.connected()).doesNotContain(account);
        assertThat(accounts.find(account.id())).map(Account::status).contains(Account.Status.DISCONNECTED);
        assertThat(accounts.find(account.id())).map(Account::handle).contains(there.handle());
    }

    @Test
    void aServerIsReadFromWhateverPeopleType() {
        assertThat(Origin.of("mastodon.social", false)).contains(URI.create("https://mastodon.social"));
        assertThat(Origin.of(" https://Mastodon.Social/ ", false)).contains(URI.create("https://mastodon.social"));
        assertThat(Origin.of("@ana@mastodon.social", false)).contains(URI.create("https://mastodon.social"));
        assertThat(Origin.of("münchen.social", false)).contains(URI.create("https://xn--mnchen-3ya.social"));
        assertThat(Origin.of("localhost:3000", true)).contains(URI.create("http://localhost:3000"));
        for (String wrong : new String[] {
            "", "localhost", "http://mastodon.social", "https://a.b/path", "a b.c", "127.0.0.1", "ftp://a.b", "a.b:0"
        }) {
            assertThat(Origin.of(wrong, false)).as(wrong).isEmpty();
        }
    }

    private Credentials credentials(Account account) {
        return accounts.connection(account.id()).map(Connection::credentials).orElseThrow();
    }

    private static Account connected(Result result) {
        assertThat(result).isInstanceOf(Result.Connected.class);
        return ((Result.Connected) result).account();
    }

    private static URI yesNeeded(Result result) {
        assertThat(result).isInstanceOf(Result.YesNeeded.class);
        return ((Result.YesNeeded) result).page();
    }

    /** Presses the button on the server's page and returns where the browser is led. */
    private static String sayYes(URI page, String account) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(page.resolve("/oauth/authorize"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("User-Agent", "a browser")
                                    .POST(BodyPublishers.ofString(page.getRawQuery() + "&account=" + account))
                                    .build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
    }

    private static String part(String address, String name) {
        for (String pair : URI.create(address).getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + address);
    }

    private static String name() {
        return "a" + UUID.randomUUID().toString().substring(0, 8);
    }
}
