package health.clarion.posts;

import health.clarion.posts.Post.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which posts to list, the last changed first.
 *
 * @param campaign only of this one, or null
 * @param state only in this one, or null for all that are not archived
 * @param text beginnings of words to look for in titles and texts; {@code ""} for any
 * @param limit at most this many, bounded to {@value #MOST}
 */
public record Filter(@Nullable UUID campaign, @Nullable State state, String text, int limit) {

    public static final int MOST = 200;

    public Filter {
        limit = Math.clamp(limit, 1, MOST);
        text = Typed.line(text);
    }

    public static Filter all() {
        return new Filter(null, null, "", MOST);
    }

    public static Filter of(UUID campaign) {
        return new Filter(campaign, null, "", MOST);
    }
}
