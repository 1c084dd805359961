package health.clarion.channels;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Network;
import health.clarion.rig.BlueskyServer;
import health.clarion.rig.Parts;
import health.clarion.rig.Unavailable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What the tests of both networks share: one gateway, one real server, believable pictures, attempts. */
public final class TestRun {

    public static final Gateway GATEWAY = new Gateway(Gateway.Settings.of(true));

    private static @Nullable BlueskyServer bluesky;
    private static @Nullable Unavailable missing;

    private TestRun() {}

    /** The real Bluesky server, started once; without it a test is skipped by name, and fails in CI. */
    public static synchronized BlueskyServer bluesky() {
        if (bluesky == null && missing == null) {
            try {
                bluesky = BlueskyServer.start();
                Runtime.getRuntime().addShutdownHook(new Thread(bluesky::close));
            } catch (Unavailable absent) {
                missing = absent;
            }
        }
        if (bluesky != null) {
            return bluesky;
        }
        String why = missing == null ? "" : missing.getMessage();
        return Parts.required() ? fail(why) : abort(why);
    }

    /** A PNG of one colour, with its description. */
    public static Photo photo(Color colour, int width, int height, String alt) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return new Photo(
                    new Picture(sha256(bytes.toByteArray()), "image/png", width, height, alt), bytes.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A picture and its bytes. */
    public record Photo(Picture picture, byte[] bytes) {}

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the bytes of these photos come from. */
    public static MediaSource media(Photo... photos) {
        return sha256 -> {
            for (Photo photo : photos) {
                if (photo.picture().sha256().equals(sha256)) {
                    return photo.bytes();
                }
            }
            throw new IOException("no picture " + sha256);
        };
    }

    /** The rendered parts; fails with the reasons when it does not fit. */
    public static List<Part> parts(Channel channel, Outgoing outgoing, Connection connection) {
        return switch (channel.preflight(outgoing, channel.capabilities(connection))) {
            case Preflight.Ready ready -> ready.parts();
            case Preflight.NotPossible notPossible ->
                throw new AssertionError(notPossible.reasons().toString());
        };
    }

    public static Part part(Channel channel, String text, Connection connection) {
        return parts(channel, Outgoing.of(channel.network(), "en", text), connection)
                .getFirst();
    }

    public static Outgoing withPictures(Network network, String text, Photo... photos) {
        List<Picture> pictures = List.of(photos).stream().map(Photo::picture).toList();
        return new Outgoing(network, "en", List.of(new OutgoingPart(text, pictures)), null, Map.of(), null);
    }

    /** A first attempt with a fresh key and ten seconds of time. */
    public static Attempt attempt(Channel channel, MediaSource media) {
        return attempt(channel, media, null, null);
    }

    public static Attempt attempt(
            Channel channel, MediaSource media, @Nullable Receipt root, @Nullable Receipt parent) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Attempt(
                channel.key(UUID.randomUUID(), now),
                now,
                now,
                1,
                root,
                parent,
                Steps.inMemory(),
                media,
                Fence.open(),
                now.plus(Duration.ofSeconds(10)));
    }

    public static Attempt attempt(Channel channel) {
        return attempt(channel, MediaSource.none());
    }

    /** The same attempt, over at {@code deadline}, passing {@code fence}. */
    public static Attempt with(Attempt attempt, Fence fence, Instant deadline) {
        return new Attempt(
                attempt.key(),
                attempt.createdAt(),
                attempt.keySince(),
                attempt.number(),
                attempt.root(),
                attempt.parent(),
                attempt.steps(),
                attempt.media(),
                fence,
                deadline);
    }

    /** The receipt of what must have been sent. */
    public static Receipt sent(Outcome outcome) {
        if (outcome instanceof Outcome.Sent sent) {
            return sent.receipt();
        }
        throw new AssertionError("expected Sent: " + outcome);
    }

    /** What must have been found. */
    public static ReadBack.Found found(ReadBack readBack) {
        if (readBack instanceof ReadBack.Found found) {
            return found;
        }
        throw new AssertionError("expected Found: " + readBack);
    }
}
