package health.clarion.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.NothingLeaks;
import health.clarion.RawRequest;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.people.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no browser sends, on a real connection: each is refused in words, and the hub stays up. */
@HubTest
class MalformedRequestsTest {

    @LocalServerPort
    private int port;

    private final String token;

    MalformedRequestsTest(SignedIn people, Tokens tokens) {
        Member writer = people.member(Role.COMMUNICATOR);
        this.token = tokens.make(
                        writer,
                        new Tokens.Wish("writes", Set.of(Scope.READ, Scope.WRITE), Duration.ofDays(1)),
                        false,
                        writer.actor())
                .secret();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /a%2fb HTTP/1.1",
                "GET /a%5cb HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /% HTTP/1.1",
                "GET /a\\b HTTP/1.1",
                "GET /<script> HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /%c3%28 HTTP/1.1",
                "GET /\u00ff\u00fe HTTP/1.1",
                "GET /help;a=b;c HTTP/1.1",
                "GET http://[::1 HTTP/1.1",
                "GET HTTP/1.1",
                "GET / HTTP/9.9",
                "G@T / HTTP/1.1",
                "\u0000\u0001\u0002",
                "BREW /help HTTP/1.1"
            })
    void anAddressThatMakesNoSenseIsRefusedOnOurPage(String line) {
        String answer = RawRequest.send(port, line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertRefused(answer);
    }

    @Test
    void evenWhatTheServerRefusesBeforeTheHubSeesItIsAnsweredInOurWordsAndUnderOurPolicy() {
        String answer = RawRequest.send(port, "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(RawRequest.status(answer)).isEqualTo(400);
        assertThat(answer)
                .contains("We could not read that", "Get help now", "Content-Security-Policy:")
                .doesNotContain("HTTP Status 400");
    }

    @Test
    void aProgramGetsTheSameAsProblemJson() {
        String answer =
                RawRequest.send(port, "GET /api/v1/posts/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(RawRequest.status(answer)).isEqualTo(400);
        assertThat(answer).contains("application/problem+json", "\"title\":\"We could not read that\"");
    }

    @Test
    void headersWithoutEndAreRefused() {
        assertRefused(RawRequest.send(
                port, "GET /help HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(200_000) + "\r\n\r\n"));
        assertRefused(RawRequest.send(
                port, "GET /help HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(20_000) + "\r\n"));
        assertRefused(RawRequest.send(port, "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    @Test
    void headersThatContradictEachOtherAreRefused() {
        assertRefused(RawRequest.send(
                port,
                post("/api/v1/posts", "application/json", "{}")
                        .replace("Content-Length: 2", "Content-Length: 2\r\nContent-Length: 7")));
        assertRefused(RawRequest.send(
                port,
                post("/api/v1/posts", "application/json", "{}").replace("Content-Length: 2", "Content-Length: -5")));
        assertRefused(RawRequest.send(port, "GET /help HTTP/1.1\r\nConnection: close\r\n\r\n"));
        assertRefused(RawRequest.send(port, "GET /help HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void chunksThatAreNoneAreRefused() {
        String head = "POST /api/v1/posts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertRefused(RawRequest.send(port, head + "zz\r\n{}\r\n0\r\n\r\n"));
        assertRefused(RawRequest.send(port, head + "fffffffffffffffff\r\n{}"));
        assertRefused(RawRequest.send(port, head + "5\r\n{}"));
        assertRefused(RawRequest.send(port, head.replace("chunked", "gzip, chunked") + "2\r\n{}\r\n0\r\n\r\n"));
    }

    @Test
    void aBodyThatEndsTooSoonIsRefused() {
        assertRefused(RawRequest.send(
                port,
                post("/api/v1/posts", "application/json", "{\"title\":")
                        .replaceFirst("Content-Length: \\d+", "Content-Length: 5000")));
        assertRefused(RawRequest.send(
                port,
                post("/api/v1/media", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; na")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=b",
                "application/x-www-form-urlencoded; charset=nothing-like-it",
                "application/json; charset=nothing-like-it",
                "nonsense",
                "text/plain"
            })
    void aBodyOfAnotherKindIsRefused(String type) {
        assertRefused(RawRequest.send(port, post("/api/v1/media", type, "a=%zz&b=\u00ff\u00fe")));
        assertRefused(RawRequest.send(port, post("/api/v1/posts", type, "a=%zz&b=\u00ff\u00fe")));
        assertRefused(RawRequest.send(port, post("/sign-in", type, "a=%zz&b=\u00ff\u00fe")));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertRefused(RawRequest.send(port, post("/api/v1/posts", "application/json", "{\"title\":\"\u00ff\u00fe\"}")));
        assertRefused(RawRequest.send(port, post("/sign-in", "application/x-www-form-urlencoded", "email=%ff%fe%zz")));
    }

    @Test
    void aPackedBodyIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        String bomb = packed.toString(StandardCharsets.ISO_8859_1);

        assertRefused(RawRequest.send(
                port,
                post("/api/v1/posts", "application/json", bomb)
                        .replace("Connection: close", "Connection: close\r\nContent-Encoding: gzip")));
    }

    @Test
    void jsonNestedWithoutEndIsRefused() {
        assertRefused(RawRequest.send(port, post("/api/v1/posts", "application/json", "[".repeat(10_000))));
        assertRefused(RawRequest.send(
                port,
                post(
                        "/api/v1/posts",
                        "application/json",
                        "{\"content\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}")));
    }

    private String post(String path, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    // 501 and 505 are a server's word for what HTTP leaves open to it: encodings and versions it doesn't speak.
    // A connection that breaks off in the middle may be closed without a word: nobody is there to read one.
    private static void assertRefused(String answer) {
        if (!answer.isEmpty()) {
            int status = RawRequest.status(answer);
            boolean oldest = status == 0; // a line without a version is HTTP/0.9, whose answers have no status
            assertThat(status >= 400 && status < 500 || status == 501 || status == 505 || oldest)
                    .as(answer)
                    .isTrue();
            NothingLeaks.in(answer);
        }
    }
}
