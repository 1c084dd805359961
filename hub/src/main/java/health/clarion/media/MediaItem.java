package health.clarion.media;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture in the collection. Its bytes are ours: re-encoded, turned upright, without any of the file's metadata.
 *
 * @param name the name of the uploaded file, shown to staff only
 * @param mime {@code image/jpeg} or {@code image/png}
 * @param width pixels
 * @param height pixels
 * @param sha256 of the bytes, 64 lower-case hex digits; the address is {@link #href()}
 * @param alt what it shows, for those who don't see it; "" until somebody wrote it
 * @param stilled whether the file moved and only its first frame was kept
 */
public record MediaItem(
        UUID id,
        String name,
        String mime,
        int width,
        int height,
        String sha256,
        String alt,
        Focal focal,
        boolean stilled,
        UUID uploadedBy,
        Instant uploadedAt) {

    /** Where the picture itself is. */
    public String href() {
        return "/media/" + sha256;
    }

    /** Whether somebody wrote what it shows. */
    public boolean described() {
        return !alt.isBlank();
    }
}
