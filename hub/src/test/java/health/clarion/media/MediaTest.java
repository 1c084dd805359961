package health.clarion.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.clarion.HubTest;
import health.clarion.networks.ImageLimits;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.ui.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class MediaTest {

    private static final AtomicInteger seeds = new AtomicInteger(1_000);

    private final Media media;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;
    private Member writer;

    MediaTest(Media media, SignedIn signedIn, JdbcClient jdbc) {
        this.media = media;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void someoneWrites() {
        writer = signedIn.member(Role.COMMUNICATOR);
    }

    @Test
    void whereAPhotoWasTakenIsNotKept() throws IOException {
        byte[] photo = Samples.jpegFromPhone(320, 200, 1, 1);
        assertThat(latin(photo)).contains("GPS-OF-ANA", "Ana Example");

        MediaItem item = store(photo);

        assertThat(item.mime()).isEqualTo("image/jpeg");
        assertThat(latin(media.bytes(item.sha256()))).doesNotContain("GPS-OF-ANA", "Ana Example", "Exif");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoStandsUprightWhicheverWayThePhoneWasHeld(int orientation) throws IOException {
        BufferedImage upright = Samples.picture(160, 120, BufferedImage.TYPE_INT_RGB, 50 + orientation);
        byte[] held = Samples.jpegFromPhone(160, 120, 50 + orientation, orientation);

        MediaItem item = store(held);

        assertThat(item.width()).isEqualTo(orientation >= 5 ? 120 : 160);
        // Where each corner of the stored picture ends up: Exif 2.32, table of orientations.
        Color topLeft =
                switch (orientation) {
                    case 2, 8 -> Color.GREEN;
                    case 3, 7 -> Color.YELLOW;
                    case 4, 6 -> Color.BLUE;
                    default -> Color.RED;
                };
        assertThat(upright.getRGB(2, 2)).isEqualTo(Color.RED.getRGB());
        assertNear(Samples.read(media.bytes(item.sha256())).getRGB(8, 8), topLeft);
    }

    @Test
    void aPngKeepsItsPixelsAndLosesItsWords() throws IOException {
        byte[] png = Samples.pngWith("tEXt", "Author\0Ana Example".getBytes(StandardCharsets.ISO_8859_1), 3);

        MediaItem item = store(png);

        byte[] kept = media.bytes(item.sha256());
        assertThat(item.mime()).isEqualTo("image/png");
        assertThat(latin(kept)).doesNotContain("Ana Example", "tEXt");
        assertThat(Samples.read(kept).getRGB(1, 1)).isEqualTo(Color.RED.getRGB());
    }

    @Test
    void webpAndGifAreTakenInAsStillPictures() throws IOException {
        MediaItem webp = store(Samples.webp(30, 20, 200, 10, 60, 255));
        MediaItem shining = store(Samples.webp(30, 20, 200, 10, 60, 128));
        MediaItem turned = store(Samples.webpFromPhone(300, 20, 6));
        MediaItem gif = store(Samples.movingGif(48, 32));

        assertThat(webp.mime()).isEqualTo("image/jpeg");
        assertNear(Samples.read(media.bytes(webp.sha256())).getRGB(15, 10), new Color(200, 10, 60));
        assertThat(shining.mime()).isEqualTo("image/png");
        assertThat(Samples.read(media.bytes(shining.sha256())).getRGB(15, 10) >>> 24)
                .isEqualTo(128);
        assertThat(turned.height()).isEqualTo(300);
        assertThat(gif.stilled()).isTrue();
        assertThat(webp.stilled()).isFalse();
        assertThat(gif.mime()).isEqualTo("image/png");
        assertThat(latin(media.bytes(gif.sha256()))).doesNotContain("GIF8", "acTL");
    }

    @Test
    void greyAndFineGrainedPicturesKeepTheirTones() throws IOException {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 64, 64, 0, filled(64 * 64, 100));
        BufferedImage deep = new BufferedImage(65, 64, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSamples(0, 0, 65, 64, 0, filled(65 * 64, 100 << 8));

        for (BufferedImage image : List.of(grey, deep)) {
            MediaItem item = store(Samples.written(image, "png"));
            assertNear(Samples.read(media.bytes(item.sha256())).getRGB(9, 9), new Color(100, 100, 100));
        }
        MediaItem photo = store(Samples.written(grey, "jpeg"));
        assertNear(Samples.read(media.bytes(photo.sha256())).getRGB(9, 9), new Color(100, 100, 100));
    }

    @Test
    void aPictureLargerThanAnyNetworkShowsIsMadeSmaller() throws IOException {
        MediaItem item = store(Samples.jpeg(6_000, 3_000, 7));

        assertThat(item.width()).isEqualTo(4_096);
        assertThat(item.height()).isEqualTo(2_048);
    }

    @Test
    void aFileThatBlowsUpIsRefusedByItsHeader() {
        assertRefused(Samples.pngSaying(50_000, 50_000), "media.side-too-long");
        assertRefused(Samples.pngSaying(19_000, 19_000), "media.too-many-pixels");
        assertRefused(Samples.webp(16_383, 16_383, 1, 2, 3, 255), "media.too-many-pixels");
        byte[] gif = Samples.movingGif(48, 32);
        gif[6] = gif[7] = gif[8] = gif[9] = (byte) 0xff;
        assertRefused(gif, "media.side-too-long");
        byte[] negative = Samples.pngSaying(-1, 100);
        assertRefused(negative, "media.side-too-long");
    }

    @Test
    void aFileThatIsCutShortIsRefusedWhereverItEnds() {
        for (byte[] whole : List.of(
                Samples.jpeg(200, 150, 11),
                Samples.png(200, 150, 11),
                Samples.movingGif(60, 40),
                Samples.webp(40, 40, 9, 9, 9, 255))) {
            for (int length : new int[] {5, 20, whole.length / 2, whole.length - 3}) {
                byte[] part = Arrays.copyOf(whole, Math.min(length, whole.length - 1));
                assertThatThrownBy(() -> store(part))
                        .as("%d of %d bytes", part.length, whole.length)
                        .isInstanceOf(Problem.class);
            }
        }
        assertRefused(new byte[0], "media.empty-file");
    }

    @Test
    void damageInTheMiddleNeverBreaksMoreThanTheUpload() throws IOException {
        byte[] whole = Samples.jpegFromPhone(120, 90, 12, 6);
        for (int at = 2; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x5a;
            try {
                store(damaged);
            } catch (Problem refused) {
                assertThat(refused.key()).startsWith("media.");
            }
        }
    }

    @Test
    void nothingThatHidesBehindAPictureIsKept() throws IOException {
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        MediaItem jpeg = store(Samples.join(Samples.jpeg(50, 40, 13), page));
        MediaItem png = store(Samples.join(Samples.png(50, 40, 14), page));

        assertThat(latin(media.bytes(jpeg.sha256()))).doesNotContain("script");
        assertThat(latin(media.bytes(png.sha256()))).doesNotContain("script");
    }

    @Test
    void whatIsNoPictureIsRefusedAndTheReasonSaysWhatToDo() {
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "media.svg");
        assertRefused("<?xml version='1.0'?><x/>".getBytes(StandardCharsets.UTF_8), "media.svg");
        assertRefused("%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8), "media.not-a-picture");
        assertRefused("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1), "media.heic");
        assertRefused("\0\0\0\u0018ftypisom".getBytes(StandardCharsets.ISO_8859_1), "media.video");
    }

    @Test
    void anUploadWithoutEndIsStoppedAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0x89;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 0x89);
                return length;
            }
        };
        assertThatThrownBy(() -> media.store(endless, "endless.png", writer))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.key()).isEqualTo("media.too-large");
                    assertThat(problem.status().value()).isEqualTo(413);
                });
    }

    @Test
    void theSamePictureIsFoundAgainWhateverItsFileSays() throws IOException {
        int seed = seeds.incrementAndGet();
        MediaItem first = store(Samples.jpegFromPhone(100, 80, seed, 1));

        Media.Received again = media.receive(in(Samples.jpeg(100, 80, seed)), "other.jpg", writer);

        assertThat(again.already()).isTrue();
        assertThat(again.item().id()).isEqualTo(first.id());
    }

    @Test
    void aRenditionIsTheSameBytesEveryTime() throws IOException {
        MediaItem item = store(Samples.png(1_500, 900, 21));
        ImageLimits square = new ImageLimits(4, 60_000, List.of("image/jpeg"), 1, 1, 800, 800, 0);

        Rendition first = media.rendition(item.id(), square);
        byte[] bytes = media.bytes(first.sha256());
        jdbc.sql("delete from media.rendition where master = :master")
                .param("master", item.sha256())
                .update();
        Rendition madeAgain = media.rendition(item.id(), square);

        assertThat(madeAgain).isEqualTo(first);
        assertThat(first.width()).isEqualTo(800);
        assertThat(first.height()).isEqualTo(800);
        assertThat(bytes.length).isLessThanOrEqualTo(60_000);
    }

    @Test
    void aRenditionIsCutAroundTheFocalPoint() throws IOException {
        MediaItem item = store(Samples.png(800, 200, 22));
        ImageLimits square = new ImageLimits(1, 0, List.of("image/png"), 1, 1, 0, 0, 0);

        media.describe(item.id(), "Four corners", new Focal(0, 0), writer);
        Rendition left = media.rendition(item.id(), square);
        media.describe(item.id(), "Four corners", new Focal(1, 1), writer);
        Rendition right = media.rendition(item.id(), square);

        assertThat(Samples.read(media.bytes(left.sha256())).getRGB(3, 3)).isEqualTo(Color.RED.getRGB());
        assertThat(Samples.read(media.bytes(right.sha256())).getRGB(196, 3)).isEqualTo(Color.GREEN.getRGB());
    }

    @Test
    void aPictureThatFitsIsSentAsItIs() throws IOException {
        MediaItem item = store(Samples.jpeg(300, 200, 23));

        for (Network network : Network.values()) {
            Rendition rendition = media.rendition(item.id(), network);
            assertThat(media.bytes(rendition.sha256())).isNotEmpty();
        }
        assertThat(media.rendition(item.id(), Network.BLUESKY).sha256()).isEqualTo(item.sha256());
    }

    @Test
    void whatShinesThroughGoesOnWhiteWhereANetworkTakesJpegOnly() throws IOException {
        MediaItem item = store(Samples.webp(40, 40, 0, 0, 0, 0));

        Rendition jpeg = media.rendition(item.id(), new ImageLimits(1, 0, List.of("image/jpeg"), 0, 0, 0, 0, 0));

        assertThat(jpeg.mime()).isEqualTo("image/jpeg");
        assertNear(Samples.read(media.bytes(jpeg.sha256())).getRGB(20, 20), Color.WHITE);
    }

    @Test
    void bytesChangedBehindOurBackAreNotHandedOut() throws IOException {
        MediaItem item = store(Samples.png(20, 20, 31));
        jdbc.sql("update media.picture set bytes = :bytes where sha256 = :sha256")
                .param("bytes", Samples.png(20, 20, 32))
                .param("sha256", item.sha256())
                .update();

        assertThatThrownBy(() -> media.bytes(item.sha256())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> media.bytes("0".repeat(64))).isInstanceOf(IOException.class);
    }

    @Test
    void aPictureWithoutADescriptionIsAdvisedOn() throws IOException {
        MediaItem item = store(Samples.png(22, 21, 34));
        assertThat(AltAdvice.on(item, java.util.Locale.ENGLISH)).isNotEmpty();

        MediaItem described =
                media.describe(item.id(), "A blue door at the end of a corridor, ajar.", Focal.CENTRE, writer);

        assertThat(AltAdvice.on(described, java.util.Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aDescriptionIsKeptAndBounded() throws IOException {
        MediaItem item = store(Samples.png(20, 21, 33));

        MediaItem described = media.describe(item.id(), "  A blue door, ajar.  ", new Focal(0.2, 0.8), writer);

        assertThat(described.alt()).isEqualTo("A blue door, ajar.");
        assertThat(described.focal()).isEqualTo(new Focal(0.2, 0.8));
        assertThat(media.named(List.of(UUID.randomUUID(), item.id()))).containsOnlyKeys(item.id());
        assertThatThrownBy(() -> media.describe(item.id(), "x".repeat(2_001), Focal.CENTRE, writer))
                .isInstanceOf(Problem.class);
    }

    private MediaItem store(byte[] file) throws IOException {
        return media.store(in(file), "C:\\photos\\door.jpg", writer);
    }

    private static InputStream in(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    private void assertRefused(byte[] file, String key) {
        assertThatThrownBy(() -> store(file)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }

    private static void assertNear(int rgb, Color colour) {
        Color found = new Color(rgb);
        assertThat(found.getRed()).isCloseTo(colour.getRed(), within(12));
        assertThat(found.getGreen()).isCloseTo(colour.getGreen(), within(12));
        assertThat(found.getBlue()).isCloseTo(colour.getBlue(), within(12));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
