package health.clarion.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody wrote to us. The same one may come twice: tell them apart by {@code id}.
 *
 * @param id unique on the account's server
 * @param authorHandle without the leading {@code @}
 * @param authorName as they show themselves; the handle when they show none
 * @param text plain text
 * @param at when the network says it was written
 * @param uri where a person, or the network, finds it
 * @param inReplyTo uri or id of our part that it answers; null for a mention
 * @param receipt what an answer names as its parent
 * @param root what an answer names as its root: where the conversation began
 */
public record Incoming(
        String id,
        Kind kind,
        String authorHandle,
        String authorName,
        String text,
        Instant at,
        String uri,
        @Nullable String inReplyTo,
        Receipt receipt,
        Receipt root) {

    /** Whether they spoke of us, or answered us. */
    public enum Kind {
        MENTION,
        REPLY
    }
}
