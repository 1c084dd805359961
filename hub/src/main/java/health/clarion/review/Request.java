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
 * @param genuine false when the row is not as it was written
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
        @Nullable String voidWhy,
        boolean genuine) {

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

        SignOff doubted() {
            return new SignOff(id, role, signer, hash, window, at, through, false);
        }

        /** The member who signed, or null for a guest. */
        public @Nullable UUID member() {
            return signer.startsWith("member:") ? UUID.fromString(signer.substring("member:".length())) : null;
        }
    }

    /** A role that an administrator let go, on the record. */
    public record Relaxed(Reader role, UUID by, String why, Instant at, boolean genuine) {

        Relaxed doubted() {
            return new Relaxed(role, by, why, at, false);
        }
    }

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

    /** Whether this row, its signatures and what was let go are all as they were written. */
    public boolean intact() {
        return genuine
                && signed.stream().allMatch(SignOff::genuine)
                && relaxed.stream().allMatch(Relaxed::genuine);
    }

    /** The same row with what belongs to it, once that is read too. */
    Request read(List<SignOff> itsSigned, List<Relaxed> itsRelaxed, boolean isGenuine) {
        return new Request(
                submission,
                post,
                campaign,
                hash,
                revision,
                submittedBy,
                submittedAt,
                authors,
                needed,
                itsSigned,
                itsRelaxed,
                state,
                urgent,
                urgentWhy,
                deadline,
                window,
                voidWhy,
                isGenuine);
    }

    Request in(State next, @Nullable String why) {
        return with(needed, next, urgent, urgentWhy, deadline, window, why);
    }

    Request needing(Map<Reader, String> others) {
        return with(others, state, urgent, urgentWhy, deadline, window, voidWhy);
    }

    Request hurried(String why, Instant by) {
        return with(needed, state, true, why, by, window, voidWhy);
    }

    Request by(Instant other) {
        return with(needed, state, urgent, urgentWhy, other, window, voidWhy);
    }

    Request within(Window other) {
        return with(needed, state, urgent, urgentWhy, deadline, other, voidWhy);
    }

    private Request with(
            Map<Reader, String> otherNeeded,
            State otherState,
            boolean otherUrgent,
            @Nullable String otherUrgentWhy,
            Instant otherDeadline,
            Window otherWindow,
            @Nullable String otherVoidWhy) {
        return new Request(
                submission,
                post,
                campaign,
                hash,
                revision,
                submittedBy,
                submittedAt,
                authors,
                otherNeeded,
                signed,
                relaxed,
                otherState,
                otherUrgent,
                otherUrgentWhy,
                otherDeadline,
                otherWindow,
                otherVoidWhy,
                genuine);
    }
}
