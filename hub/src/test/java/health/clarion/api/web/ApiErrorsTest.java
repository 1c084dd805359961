package health.clarion.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.people.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever stops a program, it gets words: through the real server, with real tokens. */
@HubTest
class ApiErrorsTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final SignedIn signedIn;
    private final Tokens tokens;

    @LocalServerPort
    private int port;

    ApiErrorsTest(SignedIn signedIn, Tokens tokens) {
        this.signedIn = signedIn;
        this.tokens = tokens;
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | /posts/not-an-id             | 400 |                             | “id” is missing or has the wrong form
            GET    | /calendar                    | 400 |                             | “from” is missing
            GET    | /calendar?from=x&to=2026-1-1 | 400 |                             | “from” is missing or has the wrong form
            POST   | /campaigns                   | 400 | {                           | not well-formed JSON
            POST   | /campaigns                   | 400 | {"title": }                 | not well-formed JSON
            POST   | /campaigns                   | 400 |                             | missing or in the wrong form
            POST   | /campaigns                   | 400 | {"titel": "x"}              | There is no field “titel” here
            POST   | /campaigns                   | 400 | {"title": {"a": 1}}         | “title” is missing or has the wrong form
            POST   | /campaigns                   | 400 | {"actions": [{"link": []}]} | “actions[0].link” is missing or has the wrong form
            POST   | /campaigns                   | 400 | []                          | wrong form
            POST   | /campaigns                   | 422 | {"title": ""}               | .
            POST   | /deliveries                  | 400 | {"accounts": []}            | accounts, submission, time, zone
            POST   | /deliveries                  | 400 | {"zone": "Mars/Olympus"}    | “zone” is missing or has the wrong form
            GET    | /nothing                     | 404 |                             | may have moved
            GET    | /posts/NOBODY                | 404 |                             | There
            DELETE | /campaigns                   | 405 |                             | doesn’t take that kind of request
            PATCH  | /nothing                     | 404 |                             | may have moved
            POST   | /posts/%2e%2e/%2e%2e/people  | 400 |                             | .
            GET    | /people;x=1                  | 400 |                             | .
            """)
    void whatCanNotBeReadIsNamedAndNothingElse(String method, String path, int status, String body, String words)
            throws Exception {
        HttpResponse<String> answer =
                send(request(path.replace("NOBODY", NOBODY)).method(method, text(body)), writer());

        assertThat(problem(answer, status).path("detail").asString()).contains(words);
    }

    @Test
    void aMethodThatIsNotTakenSaysWhichAre() throws Exception {
        HttpResponse<String> answer = send(request("/campaigns").DELETE(), writer());
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void aFormNobodyGivesAndAKindNobodyTakesAreSaidSo() throws Exception {
        problem(send(request("/campaigns").setHeader("Accept", "image/png").GET(), writer()), 406);
        problem(
                send(
                        request("/campaigns")
                                .setHeader("Content-Type", "text/plain")
                                .POST(text("x")),
                        writer()),
                415);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysItsLengthOrNot() throws Exception {
        byte[] large = ("{\"title\": \"" + "a".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (BodyPublisher body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(large), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
        }) {
            assertThat(problem(send(request("/campaigns").POST(body), writer()), 413)
                            .path("detail")
                            .asString())
                    .contains("at most 2 MB");
            assertThat(problem(
                                    send(
                                            request("/campaigns")
                                                    .setHeader(
                                                            "Idempotency-Key",
                                                            UUID.randomUUID().toString())
                                                    .POST(body),
                                            writer()),
                                    413)
                            .path("type")
                            .asString())
                    .isEqualTo("urn:clarion:ui.problem.body-too-large");
        }
    }

    @Test
    void aMissingOrWrongTokenIsToldHowToComeIn() throws Exception {
        HttpResponse<String> none = http.send(request("/posts").GET().build(), BodyHandlers.ofString());
        problem(none, 401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        HttpResponse<String> wrong = send(request("/posts").GET(), "clarion_wrong");
        problem(wrong, 401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        problem(send(request("/posts").POST(text("{}")), "clarion_wrong"), 401);
        problem(send(request("/nothing").GET(), "clarion_wrong"), 401);
    }

    @Test
    void aTokenOrARoleThatMayNotIsToldSo() throws Exception {
        problem(send(request("/campaigns").POST(text("{}")), token(Role.COMMUNICATOR, Scope.READ)), 403);
        problem(send(request("/people").GET(), writer()), 403);
        problem(send(request("/people/" + NOBODY + "/roles").PUT(text("{}")), writer()), 403);
    }

    @Test
    void theWordsComeInTheLanguageThatWasAskedFor() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/posts").setHeader("Accept-Language", "ca").GET().build(), BodyHandlers.ofString());
        assertThat(problem(answer, 401).path("title").asString()).isEqualTo("Inicia la sessió");
    }

    @Test
    void aRequestThatIsNoHttpAtAllShowsNothingOfTheInside() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/v1/[x] HTTP/1.1\r\nHost: a b\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(read(socket.getInputStream())).contains("400").doesNotContain("Exception", "apache", "Tomcat");
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readNBytes(2_000), StandardCharsets.UTF_8);
    }

    private JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "java.", "springframework", "jackson", "health.clarion");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("urn:clarion:");
        assertThat(problem.path("title").asString()).isNotBlank().doesNotStartWith("ui.");
        assertThat(problem.path("detail").asString()).isNotBlank().contains(" ");
        return problem;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en");
    }

    private static BodyPublisher text(String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) throws Exception {
        return http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private String writer() {
        return token(Role.COMMUNICATOR, Scope.READ, Scope.WRITE, Scope.PUBLISH);
    }

    private String token(Role role, Scope... scopes) {
        Member member = signedIn.member(role);
        return tokens.make(member, new Tokens.Wish("Test", Set.of(scopes), Duration.ofDays(1)), true, member.actor())
                .secret();
    }
}
