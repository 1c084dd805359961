package health.clarion.channels.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Exchange.NotSent;
import health.clarion.channels.gateway.Exchange.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers that mean harm. */
class GatewayTest {

    private static final Gateway LOCAL = new Gateway(Gateway.Settings.of(true));
    private static final Gateway STRICT = new Gateway(Gateway.Settings.standard());
    private static final CountDownLatch OVER = new CountDownLatch(1);

    @AfterAll
    static void letGo() {
        OVER.countDown();
    }

    @Test
    void anEndlessBodyIsCutOff() throws IOException {
        try (Hostile server = new Hostile(out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            byte[] chunk = new byte[65_536];
            while (OVER.getCount() > 0) {
                out.write(chunk);
            }
        })) {
            assertThat(reason(LOCAL.send(Call.get(server.uri()).limit(1_000_000))))
                    .isEqualTo("channels.gateway.too-long");
        }
    }

    @Test
    void aBodyThatDripsSlowlyEndsAtTheDeadlineOfTheWholeExchange() throws IOException {
        try (Hostile server = new Hostile(out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (!OVER.await(20, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        })) {
            Instant start = Instant.now();
            Exchange exchange = LOCAL.send(Call.get(server.uri()).within(Duration.ofMillis(400)));

            assertThat(reason(exchange)).isEqualTo("channels.gateway.timeout");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aServerThatNeverAnswersEndsAtTheDeadlineToo() throws IOException {
        try (Hostile server = new Hostile(out -> OVER.await())) {
            assertThat(LOCAL.send(Call.json(server.uri(), "{}").within(Duration.ofMillis(300))))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aLengthThatLiesIsNoAnswer() throws IOException {
        try (Hostile server =
                new Hostile(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":\"1\"}"))) {
            assertThat(LOCAL.send(Call.json(server.uri(), "{}"))).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aLostConnectionAfterWritingIsUnknownAndTheRequestIsNotSentAgain() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (Hostile server = new Hostile(out -> requests.incrementAndGet())) {
            assertThat(LOCAL.send(Call.json(server.uri(), "{}"))).isInstanceOf(Unknown.class);
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void aProcessThatWakesAfterItsTimeSendsNothing() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (Hostile server = new Hostile(out -> requests.incrementAndGet())) {
            Call call = Call.json(server.uri(), "{}").within(Duration.ofNanos(1));

            assertThat(reason(LOCAL.send(call))).isEqualTo("channels.gateway.no-time");
            assertThat(requests).hasValue(0);
        }
    }

    @Test
    void aBodyWhoseTimeEndsWhileItConnectsNeverLeaves() throws IOException {
        try (Hostile server = new Hostile(out -> OVER.await());
                HttpClient client = HttpClient.newHttpClient()) {
            Call call = Call.json(server.uri(), "{}").within(Duration.ZERO);
            HttpRequest request = HttpRequest.newBuilder(server.uri())
                    .POST(BodyInTime.of(call))
                    .build();

            assertThat(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(BodyInTime.TooLate.class);
        }
    }

    @Test
    void aRefusedConnectionIsSurelyNotSent() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }
        assertThat(LOCAL.send(Call.json(nobody, "{}"))).isInstanceOf(NotSent.class);
    }

    @Test
    void aNameThatDoesNotExistIsSurelyNotSent() {
        assertThat(reason(STRICT.send(Call.get(URI.create("https://nobody.invalid/")))))
                .isEqualTo("channels.gateway.unknown-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://[::1]/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://172.16.5.5/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://224.0.0.1/",
                "https://[fc00::1]/",
                "https://[fd12:3456::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://[2001:0:a00:1::]/",
                "https://[::]/"
            })
    void addressesInsideAreRefused(String address) {
        assertThat(reason(STRICT.send(Call.get(URI.create(address)).within(Duration.ofSeconds(3)))))
                .isEqualTo("channels.gateway.refused-address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://93.184.215.14/", "http://[2606:4700::1111]/"})
    void publicServersAreOnlySpokenToEncrypted(String address) {
        assertThat(reason(STRICT.send(Call.get(URI.create(address))))).isEqualTo("channels.gateway.not-encrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "https://127.1/", "https://user@example.org/", "file:///etc/passwd"})
    void otherAddressesAreNone(String address) {
        assertThat(reason(STRICT.send(Call.get(URI.create(address))))).isEqualTo("channels.gateway.not-an-address");
    }

    @Test
    void aRedirectToAPrivateAddressIsRefusedAtTheHop() throws IOException {
        try (Hostile server = new Hostile(out ->
                write(out, "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(reason(LOCAL.send(Call.get(server.uri()).following(3))))
                    .isEqualTo("channels.gateway.refused-address");
        }
    }

    @Test
    void aNameGoesWhereItWasCheckedAndNowhereElse() throws IOException {
        String name = "changes-its-mind.example";
        PinnedAddresses.pin(name, List.of(InetAddress.getLoopbackAddress()));
        try (Hostile server = new Hostile(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"))) {
            URI uri = URI.create("http://" + name + ":" + server.uri().getPort() + "/");

            assertThat(InetAddress.getByName(name).isLoopbackAddress()).isTrue();
            assertThat(reason(LOCAL.send(Call.get(uri)))).isEqualTo("answered 200");
            assertThat(reason(STRICT.send(Call.get(uri)))).isEqualTo("channels.gateway.refused-address");
        }
    }

    @Test
    void aRedirectIsNotFollowedUnlessAskedAndAWriteNever() throws IOException {
        try (Hostile server = new Hostile(out ->
                write(out, "HTTP/1.1 307 Temporary\r\nLocation: http://localhost/\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(LOCAL.send(Call.get(server.uri()))).isInstanceOf(Answered.class);
            assertThat(LOCAL.send(Call.json(server.uri(), "{}").following(3))).isInstanceOf(Answered.class);
        }
    }

    @Test
    void anotherServerIsNotGivenTheToken() throws IOException {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (Hostile second = new Hostile((request, out) -> {
                    seen.set(request);
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                });
                Hostile first = new Hostile(out -> write(
                        out, "HTTP/1.1 302 Found\r\nLocation: " + second.uri() + "\r\nContent-Length: 0\r\n\r\n"))) {
            Exchange exchange =
                    LOCAL.send(Call.get(first.uri()).bearer("a secret").following(2));

            assertThat(exchange).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.text())
                    .isEqualTo("{}"));
            assertThat(seen.get()).contains("User-Agent: Clarion").doesNotContain("secret");
        }
    }

    @Test
    void nothingSecretIsShownByAnyName() {
        Call call = Call.json(URI.create("https://example.org/path?token=hush"), "{\"password\":\"hush\"}")
                .bearer("hush");

        assertThat(call.toString()).contains("example.org/path").doesNotContain("hush");
    }

    private static String reason(Exchange exchange) {
        return switch (exchange) {
            case NotSent notSent -> notSent.reason().key();
            case Unknown unknown -> unknown.reason().key();
            case Answered answered -> "answered " + answered.status();
        };
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    /** A server that reads the request's head and then does as it likes, once a connection. */
    private static final class Hostile implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Deed deed;

        interface Deed {
            void act(String request, OutputStream out) throws IOException, InterruptedException;
        }

        interface ShortDeed {
            void act(OutputStream out) throws IOException, InterruptedException;
        }

        Hostile(ShortDeed deed) throws IOException {
            this((request, out) -> deed.act(out));
        }

        Hostile(Deed deed) throws IOException {
            this.deed = deed;
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    Thread.ofVirtual().start(() -> serve(connection));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                deed.act(head(connection.getInputStream()), connection.getOutputStream());
            } catch (IOException gone) {
                // The gateway hung up, as it should.
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            int next;
            while (head.indexOf("\r\n\r\n") < 0 && (next = in.read()) >= 0) {
                head.append((char) next);
            }
            return head.toString();
        }

        URI uri() {
            return URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
