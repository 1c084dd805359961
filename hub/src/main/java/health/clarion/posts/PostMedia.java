package health.clarion.posts;

import java.util.Objects;
import java.util.UUID;

/**
 * A picture of a post.
 *
 * @param media its id in the media library
 * @param alt what it shows in this post, for those who don't see it
 */
public record PostMedia(UUID media, String alt) {

    public PostMedia {
        Objects.requireNonNull(media);
        alt = Typed.text(alt);
    }
}
