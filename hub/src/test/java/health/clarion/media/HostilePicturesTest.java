package health.clarion.media;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads meant to fill a memory, to waste an hour or to be two things at once, over a real connection. */
@HubTest
class HostilePicturesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    private final Media media;
    private final String token;

    HostilePicturesTest(Media media, SignedIn people, Tokens tokens) {
        this.media = media;
        Member writer = people.member(Role.COMMUNICATOR);
        this.token = tokens.make(
                        writer,
                        new Tokens.Wish("writes", Set.of(Scope.READ, Scope.WRITE), Duration.ofDays(1)),
                        false,
                        writer.actor())
                .secret();
    }

    @Test
    void aPictureThatSaysItIsAsLargeAsAFieldIsRefusedByItsHeader() {
        assertRefused(uploaded(Samples.pngSaying(50_000, 50_000)), 413);
    }

    @Test
    void aGifOfTenThousandFramesTakesNoLongerThanOne() {
        String answer = uploaded(gif(10_000));

        assertThat(RawRequest.status(answer)).as(answer).isIn(200, 201);
    }

    @Test
    void aWebpWhoseInsideIsLargerThanItsHeaderSaysIsRefused() {
        assertRefused(uploaded(lyingWebp()), 413);
    }

    @Test
    void wordsPackedIntoAPictureAreNotUnpacked() {
        String answer = uploaded(Samples.pngWith("zTXt", Samples.join("Comment\0\0".getBytes(), zeros(400)), 991));

        assertThat(RawRequest.status(answer)).as(answer).isBetween(200, 499);
        NothingLeaks.in(answer);
    }

    @Test
    void whatIsAPictureAndAPageAtOnceIsOnlyThePictureAfterwards() throws Exception {
        byte[] polyglot = Samples.join(
                Samples.jpeg(70, 50, 992),
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "PK\3\4".getBytes(StandardCharsets.ISO_8859_1));

        String answer = uploaded(polyglot);

        assertThat(RawRequest.status(answer)).as(answer).isIn(200, 201);
        String id = answer.replaceAll("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
        MediaItem kept = media.find(java.util.UUID.fromString(id)).orElseThrow();
        assertThat(new String(media.bytes(kept.sha256()), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script>", "PK\3\4");
    }

    @Test
    void aFileJustAboveTheLimitIsRefusedInWords() {
        byte[] large = Arrays.copyOf(Samples.png(40, 30, 993), Bounds.FILE_BYTES + 1);

        assertRefused(uploaded(large), 413);
    }

    @Test
    void aRequestThatSaysItIsTooLargeIsRefusedBeforeItIsSent() {
        String answer = RawRequest.send(port, head(137_000_000) + "--b\r\n");

        assertRefused(answer, 413);
    }

    @Test
    void anUploadThatBreaksOffIsRefused() {
        String answer = RawRequest.send(port, head(50_000) + opening() + "half a pic");

        if (!answer.isEmpty()) {
            assertRefused(answer, 400);
        }
    }

    private String uploaded(byte[] file) {
        byte[] body = Samples.join(latin(opening()), file, latin("\r\n--b--\r\n"));
        long start = System.nanoTime();
        String answer = RawRequest.send(port, Samples.join(latin(head(body.length)), body));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return answer;
    }

    private String head(int length) {
        return "POST /api/v1/media HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String opening() {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(String answer, int status) {
        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("application/problem+json", "\"detail\":\"");
        NothingLeaks.in(answer);
    }

    // GIF89a, appendix: a screen of two colours, then the same frame of one pixel again and again.
    private static byte[] gif(int frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("GIF89a"));
        out.writeBytes(HexFormat.of().parseHex("0a000a00800000000000ffffff"));
        byte[] frame = HexFormat.of().parseHex("21f904000a0000002c00000000010001000002024401" + "00");
        for (int i = 0; i < frames; i++) {
            out.writeBytes(frame);
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    // The outer header says 40 by 40, the picture inside 16,383 by 16,383.
    private static byte[] lyingWebp() {
        byte[] file = Samples.webpFromPhone(40, 40, 1);
        byte[] huge = Samples.webp(16_383, 16_383, 1, 2, 3, 255);
        System.arraycopy(huge, 20, file, 38, 5);
        return file;
    }

    private static byte[] zeros(int megabytes) {
        Deflater deflater = new Deflater(9);
        byte[] zeros = new byte[1 << 20];
        byte[] out = new byte[1 << 16];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < megabytes; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                all.write(out, 0, deflater.deflate(out));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            all.write(out, 0, deflater.deflate(out));
        }
        deflater.end();
        return all.toByteArray();
    }
}
