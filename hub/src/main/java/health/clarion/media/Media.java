package health.clarion.media;

import health.clarion.audit.Audit;
import health.clarion.networks.Capabilities;
import health.clarion.networks.ImageFit;
import health.clarion.networks.ImageLimits;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The organisation's pictures.
 *
 * <p>What is uploaded is never kept: it is decoded and encoded anew, so that no place, name or hidden file travels with
 * it. The same picture under the same limits always gives the same rendition, byte for byte.
 */
@Component
public class Media {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_LISTED = 100;

    private final Pictures pictures;
    private final Items items;
    private final Memory memory;
    private final Audit audit;
    private final TransactionOperations transaction;

    Media(Pictures pictures, Items items, Memory memory, Audit audit, TransactionTemplate transaction) {
        this.pictures = pictures;
        this.items = items;
        this.memory = memory;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * What became of an upload.
     *
     * @param already whether a picture that looks the same was in the collection; it was left as it was
     */
    public record Received(MediaItem item, boolean already) {}

    /**
     * Takes a picture in.
     *
     * @param name the file's name; anything that is not a plain name is cut off
     * @throws Problem saying why, when it is no picture we take, is damaged or too large
     * @throws IOException when the upload breaks off
     */
    public MediaItem store(InputStream file, String name, Member by) throws IOException {
        return receive(file, name, by).item();
    }

    /** As {@link #store}, telling whether the picture is new. */
    public Received receive(InputStream file, String name, Member by) throws IOException {
        try {
            return memory.forUpload(() -> receive(read(file), name, by));
        } catch (UncheckedIOException brokenOff) {
            throw brokenOff.getCause();
        }
    }

    private static byte[] read(InputStream file) {
        try {
            return file.readNBytes(Bounds.FILE_BYTES + 1);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private Received receive(byte[] bytes, String name, Member by) {
        if (bytes.length > Bounds.FILE_BYTES) {
            throw Problem.tooLarge("media.too-large", Bounds.FILE_BYTES / 1024 / 1024);
        }
        Header header = Header.of(bytes);
        var prepared = memory.with(header.memory(), () -> Preparation.master(bytes, header));
        return Objects.requireNonNull(
                transaction.execute(status -> keep(prepared, plainName(name), header.moving(), by)));
    }

    private Received keep(Preparation.Prepared prepared, String name, boolean stilled, Member by) {
        Rendition master = pictures.keep(prepared.file());
        UUID id = UUID.randomUUID();
        boolean fresh = items.add(id, name, master.sha256(), prepared.pixels(), stilled, by.id());
        MediaItem item = items.looking(prepared.pixels()).orElseThrow();
        if (fresh) {
            audit.record("media.stored", by.actor(), "media:" + id, Map.of("sha256", master.sha256()));
        }
        return new Received(item, !fresh);
    }

    /**
     * Writes down what a picture shows and which point must stay in view.
     *
     * @throws Problem when the description is too long or there is no such picture
     */
    public MediaItem describe(UUID id, String alt, Focal focal, Member by) {
        String words = alt.strip();
        if (words.codePointCount(0, words.length()) > Bounds.ALT) {
            throw Problem.invalid("media.alt-too-long", Bounds.ALT);
        }
        transaction.executeWithoutResult(status -> {
            if (!items.describe(id, words, focal)) {
                throw gone();
            }
            audit.record(
                    "media.described",
                    by.actor(),
                    "media:" + id,
                    Map.of("alt", Sha256.of(words.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        });
        return items.find(id).orElseThrow(Media::gone);
    }

    public Optional<MediaItem> find(UUID id) {
        return items.find(id);
    }

    /** Many at once, in the order asked for; ids that are nobody's are left out. */
    public Map<UUID, MediaItem> named(Collection<UUID> ids) {
        Map<UUID, MediaItem> known = items.among(ids).stream().collect(Collectors.toMap(MediaItem::id, item -> item));
        Map<UUID, MediaItem> ordered = new LinkedHashMap<>();
        for (UUID id : ids) {
            MediaItem item = known.get(id);
            if (item != null) {
                ordered.put(id, item);
            }
        }
        return ordered;
    }

    /** The newest first, older than {@code before} when given; at most {@code limit}, bounded to 100. */
    public List<MediaItem> newest(@Nullable Instant before, int limit) {
        return items.newest(before, Math.clamp(limit, 1, MOST_LISTED));
    }

    /** The picture as this network takes it, by our dated figures. */
    public Rendition rendition(UUID id, Network network) {
        return rendition(id, Capabilities.of(network).images());
    }

    /**
     * The picture within these limits, cut around its focal point. Made once and kept.
     *
     * @throws Problem when there is no such picture or nothing of it can be made to fit
     */
    public Rendition rendition(UUID id, ImageLimits limits) {
        MediaItem item = items.find(id).orElseThrow(Media::gone);
        return rendition(item, item.focal(), limits);
    }

    /** The picture within these limits, cut around another point than its own: for looking before deciding. */
    public Rendition rendition(MediaItem item, Focal focal, ImageLimits limits) {
        ImageFit fit = ImageFit.of(item.width(), item.height(), focal.x(), focal.y(), limits);
        String recipe = recipe(fit, limits);
        return pictures.made(item.sha256(), recipe).orElseGet(() -> make(item, fit, limits, recipe));
    }

    private Rendition make(MediaItem item, ImageFit fit, ImageLimits limits, String recipe) {
        byte[] master = stored(item.sha256());
        boolean asItIs = fit.changesNothing(item.width(), item.height())
                && limits.takes(item.mime())
                && limits.takes(master.length);
        if (asItIs) {
            return new Rendition(item.sha256(), item.mime(), item.width(), item.height());
        }
        long needed = 4L * item.width() * item.height();
        Encoding fitted = memory.with(needed, () -> Preparation.fitted(master, item.mime(), fit, limits));
        transaction.executeWithoutResult(status ->
                pictures.noteMade(item.sha256(), recipe, pictures.keep(fitted).sha256()));
        return pictures.made(item.sha256(), recipe).orElseThrow();
    }

    // Only what changes the result; the number in front changes with the way pictures are made.
    private static String recipe(ImageFit fit, ImageLimits limits) {
        ImageFit.Crop crop = fit.crop();
        return "1 %d,%d %dx%d to %dx%d within %d as %s"
                .formatted(
                        crop.x(),
                        crop.y(),
                        crop.width(),
                        crop.height(),
                        fit.width(),
                        fit.height(),
                        limits.maxBytes(),
                        String.join(" ", limits.mimeTypes()));
    }

    private byte[] stored(String sha256) {
        try {
            return pictures.bytes(sha256);
        } catch (IOException changed) {
            throw new UncheckedIOException(changed);
        }
    }

    /**
     * The bytes with this SHA-256: of a picture or of a rendition.
     *
     * @throws IOException when there are none, or what is stored is no longer what its name says
     */
    public byte[] bytes(String sha256) throws IOException {
        return pictures.bytes(sha256);
    }

    /** Type and size of the bytes with this SHA-256. */
    public Optional<Rendition> about(String sha256) {
        return pictures.find(sha256);
    }

    /**
     * Lets everybody see these pictures, because they are part of something published.
     *
     * @param reason what that is, such as {@code campaign:<uuid>} or {@code post:<uuid>}
     */
    public void open(Collection<String> sha256s, String reason) {
        pictures.open(sha256s, reason);
    }

    /** Takes back what {@link #open} allowed for this reason; what has another reason stays open. */
    public void close(String reason) {
        pictures.close(reason);
    }

    /** Whether everybody may see it. */
    public boolean isOpen(String sha256) {
        return pictures.isOpen(sha256);
    }

    private static Problem gone() {
        return Problem.notFound("media.no-such-picture");
    }

    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return plain.isEmpty() ? "picture" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
