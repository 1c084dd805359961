package health.clarion.review;

import health.clarion.posts.ContentHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One submitted post that waits for signatures, or has them.
 *
 * @param authors everybody who wrote any part since the last complete sign-off: none of them may sign
 * @param needed who must sign, and the topic that asks for it
 * @param signed who has signed
 * @param deadline by when it must be signed so that it goes out as planned
 */
public record Request(
        UUID submission,
        UUID post,
        UUID campaign,
        ContentHash hash,
        int revision,
        UUID submittedBy,
        Instant submittedAt,
        Set<UUID> authors,
        Map<Reader, String> needed,
        List<SignOff> signed,
        List<Relaxed> relaxed,
        State state,
        boolean urgent,
        @Nullable String urgentWhy,
        Instant deadline,
        Window window,
        @Nullable String voidWhy) {

    /** Where it stands. */
    public enum State {
        WAITING,
        CHANGES_ASKED,
        SIGNED_OFF,
        VOID
    }

    /**
     * One signature.
     *
     * @param signer {@code member:<uuid>} or {@code guest:<uuid>}
     * @param genuine false when the row is not as it was written
     */
    public record SignOff(
            UUID id,
            Reader role,
            String signer,
            ContentHash hash,
            Window window,
            Instant at,
            String through,
            boolean genuine) {

        /** The member who signed, or null for a guest. */
        public @Nullable UUID member() {
            return signer.startsWith("member:") ? UUID.fromString(signer.substring("member:".length())) : null;
        }
    }

    /** A role that an administrator let go, on the record. */
    public record Relaxed(Reader role, UUID by, String why, Instant at, boolean genuine) {}

    /** Who still has to sign. */
    public List<Reader> missing() {
        return needed.keySet().stream()
                .filter(role -> signed.stream().noneMatch(sign -> sign.role() == role))
                .sorted()
                .toList();
    }

    /** Whether this member wrote a part of it. */
    public boolean wroteIt(UUID member) {
        return authors.contains(member);
    }

    /** Whether this member has already signed it, in any role. */
    public boolean signedBy(UUID member) {
        return signed.stream().anyMatch(sign -> member.equals(sign.member()));
    }
}
