package health.clarion.channels.mastodon;

import static health.clarion.channels.mastodon.Api.NAME;
import static health.clarion.channels.mastodon.Api.encoded;

import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.OAuthToken;
import health.clarion.channels.CredentialsStore;
import health.clarion.channels.Login;
import health.clarion.channels.Outcome;
import health.clarion.channels.Reason;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Network;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * Connects an account on any Mastodon server: our application is registered there, the person says yes on the server's
 * own page (OAuth 2 with PKCE and state), and the code that comes back is exchanged for a token.
 */
public final class MastodonLogin {

    /** Only what is used: read the account, statuses and notifications; write statuses and media. */
    public static final String SCOPES = "read:accounts read:statuses read:notifications write:statuses write:media";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private final Gateway gateway;
    private final Clock clock;

    public MastodonLogin(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Our application on a server; keep it for the next account there. */
    public record App(URI server, URI redirect, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "App[" + server + ", hidden]";
        }
    }

    /** How registering our application ended. */
    public sealed interface Registration {
        /** Done. */
        record Registered(App app) implements Registration {}

        /** Not; {@code why} is {@link Outcome.Refused} or {@link Outcome.TryLater}. */
        record Failed(Outcome why) implements Registration {}
    }

    /**
     * Where to send the person. Keep {@code state} and {@code verifier} in their session: the answer counts only when it
     * brings the same state.
     */
    public record Authorization(URI address, String state, String verifier) {
        @Override
        public String toString() {
            return "Authorization[hidden]";
        }
    }

    /** Registers our application on a server. */
    public Registration register(URI server, URI redirect, URI website) {
        String form = "client_name=Clarion&redirect_uris=" + encoded(redirect.toString()) + "&scopes=" + encoded(SCOPES)
                + "&website=" + encoded(website.toString());
        Exchange exchange = gateway.send(form(server.resolve("/api/v1/apps"), form));
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return new Registration.Failed(trouble(exchange));
        }
        JsonNode json = Answers.json(answered);
        String id = json.path("client_id").asString("");
        String secret = json.path("client_secret").asString("");
        return id.isBlank() || secret.isBlank()
                ? new Registration.Failed(unreadable())
                : new Registration.Registered(new App(server, redirect, id, secret));
    }

    /** Starts a sign-in on the server's own page. */
    public Authorization authorize(App app) {
        String state = random();
        String verifier = random();
        String query = "response_type=code&client_id=" + encoded(app.clientId()) + "&redirect_uri="
                + encoded(app.redirect().toString()) + "&scope=" + encoded(SCOPES) + "&state=" + state
                + "&code_challenge=" + challenge(verifier) + "&code_challenge_method=S256&force_login=true";
        return new Authorization(app.server().resolve("/oauth/authorize?" + query), state, verifier);
    }

    /** Exchanges the code that came back for a token, and looks up whose account it is. */
    public Login exchange(App app, String code, String verifier) {
        String form = "grant_type=authorization_code&code=" + encoded(code) + "&client_id="
                + encoded(app.clientId()) + "&client_secret=" + encoded(app.clientSecret()) + "&redirect_uri="
                + encoded(app.redirect().toString()) + "&code_verifier=" + encoded(verifier) + "&scope="
                + encoded(SCOPES);
        Exchange exchange = gateway.send(form(app.server().resolve("/oauth/token"), form));
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return new Login.Failed(trouble(exchange));
        }
        JsonNode json = Answers.json(answered);
        String token = json.path("access_token").asString("");
        return token.isBlank() ? new Login.Failed(unreadable()) : verify(app, token, json);
    }

    private Login verify(App app, String token, JsonNode granted) {
        Exchange exchange = gateway.send(Call.get(app.server().resolve("/api/v1/accounts/verify_credentials"))
                .bearer(token));
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return new Login.Failed(trouble(exchange));
        }
        JsonNode account = Answers.json(answered);
        String id = account.path("id").asString("");
        String user = account.path("username").asString("");
        if (id.isBlank() || user.isBlank()) {
            return new Login.Failed(unreadable());
        }
        String refresh = granted.path("refresh_token").asString("");
        long seconds = granted.path("expires_in").asLong(0);
        OAuthToken credentials = new OAuthToken(
                id,
                app.clientId(),
                app.clientSecret(),
                token,
                refresh.isBlank() ? null : refresh,
                seconds > 0 ? clock.instant().plus(Duration.ofSeconds(seconds)) : null);
        String name = account.path("display_name").asString("").strip();
        String handle = user + "@" + app.server().getHost();
        Connection connection = new Connection(
                Network.MASTODON, app.server(), handle, credentials, CredentialsStore.inMemory(credentials));
        return new Login.Connected(connection, id, name.isEmpty() ? handle : name);
    }

    private static Call form(URI address, String form) {
        return Call.post(address, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome trouble(Exchange exchange) {
        return Answers.withoutEffect(Network.MASTODON, exchange, clock.instant());
    }

    private Outcome unreadable() {
        return new Outcome.TryLater(clock.instant(), Reason.of("unreadable", NAME));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return URL_SAFE.encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return URL_SAFE.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
