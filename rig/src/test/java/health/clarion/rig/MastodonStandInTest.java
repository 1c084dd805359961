package health.clarion.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stand-in is only worth something when it is strict, and when its log tells the truth. */
class MastodonStandInTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MastodonStandIn server = MastodonStandIn.start();
    private final MastodonStandIn.Account account = server.createAccount("harbourminds", "Harbour Minds");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsNotDocumentedIsRefused() throws Exception {
        assertThat(post("{\"status\":\"a\",\"state\":\"b\"}", "k").statusCode()).isEqualTo(422);
        assertThat(post("{\"status\":7}", "k").statusCode()).isEqualTo(422);
        assertThat(post("{\"status\":\"\"}", "k").statusCode()).isEqualTo(422);
        assertThat(post("not json", "k").statusCode()).isEqualTo(400);
        assertThat(send(request("{}").setHeader("Content-Type", "text/plain")).statusCode())
                .isEqualTo(415);
        assertThat(send(request("{}").setHeader("User-Agent", " ")).statusCode())
                .isEqualTo(418);
        assertThat(send(request("{}").setHeader("Authorization", "Bearer nobody"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.created()).isEmpty();
    }

    @Test
    void aKeyIsHonouredOrIgnoredAsTheServersHabitIs() throws Exception {
        post("{\"status\":\"a\"}", "same key");
        post("{\"status\":\"a\"}", "same key");
        assertThat(server.created()).hasSize(1);

        server.take(MastodonStandIn.Habits.OTHER);
        post("{\"status\":\"a\"}", "same key");
        assertThat(server.created()).hasSize(2);

        server.take(MastodonStandIn.Habits.MASTODON);
        server.forgetKeys();
        post("{\"status\":\"a\"}", "same key");
        assertThat(server.created()).hasSize(3);
    }

    @Test
    void everythingReallyCreatedIsInTheLogWhateverWasAnswered() throws Exception {
        server.repertoire().next(Fault.ERROR_BUT_PUBLISHED, Fault.ERROR_NOT_PUBLISHED, Fault.BUSY, Fault.NONE);
        assertThat(post("{\"status\":\"published\"}", "1").statusCode()).isEqualTo(500);
        assertThat(post("{\"status\":\"not published\"}", "2").statusCode()).isEqualTo(500);
        HttpResponse<String> busy = post("{\"status\":\"busy\"}", "3");
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("X-RateLimit-Reset")).isPresent();
        assertThat(post("{\"status\":\"well\"}", "4").statusCode()).isEqualTo(200);

        assertThat(server.created())
                .extracting(line -> line.path("text").asString())
                .containsExactly("published", "well");
    }

    @Test
    void theSameSeedFailsTheSameRequests() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
        assertThat(drawn(7).get(Fault.NONE)).isBetween(600, 800);
    }

    private static Map<Fault, Integer> drawn(long seed) {
        Repertoire repertoire = Repertoire.parse("all=0.05", seed);
        Map<Fault, Integer> drawn = new EnumMap<>(Fault.class);
        for (int i = 0; i < 1_000; i++) {
            drawn.merge(repertoire.draw(), 1, Integer::sum);
        }
        return drawn;
    }

    private HttpResponse<String> post(String body, String key) throws Exception {
        return send(request(body).setHeader("Idempotency-Key", key));
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(server.url().resolve("/api/v1/statuses"))
                .setHeader("Authorization", "Bearer " + account.accessToken())
                .setHeader("Content-Type", "application/json")
                .setHeader("User-Agent", "test")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
