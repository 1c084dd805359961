package health.clarion.media.web;

import health.clarion.media.MediaItem;
import health.clarion.ui.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one uploaded file.
 *
 * @param item the picture; null when it was refused
 * @param already whether a picture that looks the same was there
 * @param problem why it was refused; null when it was not
 */
public record Upload(
        String name,
        @Nullable MediaItem item,
        boolean already,
        @Nullable Problem problem) {

    static Upload refused(String name, Problem problem) {
        return new Upload(name, null, false, problem);
    }
}
