package health.clarion.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.channels.Login;
import health.clarion.channels.Outcome;
import health.clarion.channels.TestRun;
import health.clarion.rig.MastodonStandIn;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MastodonLoginTest {

    private static final URI BACK = URI.create("http://localhost:8080/accounts/mastodon/back");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private final MastodonStandIn server = MastodonStandIn.start();
    private final MastodonStandIn.Account account = server.createAccount("harbourminds", "Harbour Minds");
    private final MastodonLogin login = new MastodonLogin(TestRun.GATEWAY, Clock.systemUTC());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAccountConnectsThroughItsServersOwnPage() throws Exception {
        MastodonLogin.App app = register();
        MastodonLogin.Authorization authorization = login.authorize(app);

        Map<String, String> answer = sayYes(authorization);
        assertThat(answer).containsEntry("state", authorization.state());
        Login.Connected connected = (Login.Connected) login.exchange(app, answer.get("code"), authorization.verifier());

        assertThat(connected.account()).isEqualTo(account.id());
        assertThat(connected.displayName()).isEqualTo("Harbour Minds");
        assertThat(connected.connection().handle()).isEqualTo("harbourminds@localhost");
        assertThat(connected.toString()).contains("hidden");
    }

    @Test
    void aStolenCodeIsWorthNothingWithoutTheVerifier() throws Exception {
        MastodonLogin.App app = register();
        Map<String, String> answer = sayYes(login.authorize(app));

        Login stolen = login.exchange(app, answer.get("code"), "not-the-verifier-that-was-made-for-it");

        assertThat(stolen).isInstanceOfSatisfying(Login.Failed.class, failed -> assertThat(failed.why())
                .isInstanceOf(Outcome.Refused.class));
    }

    @Test
    void aServerThatIsAwayIsTriedLater() {
        server.close();

        assertThat(login.register(server.url(), BACK, BACK))
                .isInstanceOfSatisfying(MastodonLogin.Registration.Failed.class, failed -> assertThat(failed.why())
                        .isInstanceOf(Outcome.TryLater.class));
    }

    private MastodonLogin.App register() {
        return ((MastodonLogin.Registration.Registered) login.register(server.url(), BACK, BACK)).app();
    }

    /** What a browser does: sends the form of the page back with the person's choice. */
    private Map<String, String> sayYes(MastodonLogin.Authorization authorization) throws Exception {
        HttpResponse<String> page = BROWSER.send(
                HttpRequest.newBuilder(authorization.address())
                        .header("User-Agent", "test")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains("Authorise", "harbourminds");
        String form = authorization.address().getRawQuery() + "&account=" + account.id();
        HttpResponse<Void> back = BROWSER.send(
                HttpRequest.newBuilder(server.url().resolve("/oauth/authorize"))
                        .header("User-Agent", "test")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(back.statusCode()).isEqualTo(302);
        Map<String, String> answer = new TreeMap<>();
        String query =
                URI.create(back.headers().firstValue("Location").orElseThrow()).getRawQuery();
        for (String field : query.split("&")) {
            String[] sides = field.split("=", 2);
            answer.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return answer;
    }
}
