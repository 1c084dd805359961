package health.clarion.posts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a campaign says. Its words are in its {@link Revision revisions}.
 *
 * @param version counts every change; whoever saves names the version they started from
 * @param revision number of the newest revision
 * @param translationOf the post whose words these are in another language, or null
 * @param submission what was last handed to review and not taken back, or null
 * @param author who began it
 */
public record Post(
        UUID id,
        UUID campaign,
        String title,
        String language,
        State state,
        long version,
        int revision,
        @Nullable UUID translationOf,
        @Nullable UUID submission,
        UUID author,
        Instant createdAt,
        Instant changedAt) {

    /** How far the words themselves are; who signed and where it was sent other modules know. */
    public enum State {
        DRAFT,
        SUBMITTED,
        ARCHIVED;

        /** {@code "draft"}, as the API and addresses say it. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean is(State state) {
        return this.state == state;
    }
}
