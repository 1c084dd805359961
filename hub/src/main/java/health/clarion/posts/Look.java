package health.clarion.posts;

import health.clarion.networks.Count;
import health.clarion.networks.Measured;
import health.clarion.networks.Network;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Severity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the words, looked at.
 *
 * @param network whose version; null for the words every network starts from
 * @param written the words as they stand in the composer: the post, then what goes on
 * @param sending the words as they will be sent; null for the base
 * @param measured each part that will be sent, measured; empty for the base
 * @param report what the safeguards say
 * @param findings the same findings, numbered and placed in their part
 */
public record Look(
        @Nullable Network network,
        List<String> written,
        @Nullable Sending sending,
        List<Measured> measured,
        Report report,
        List<Placed> findings) {

    public Look {
        written = List.copyOf(written);
        measured = List.copyOf(measured);
        findings = List.copyOf(findings);
    }

    /**
     * A finding beside the words it is about.
     *
     * @param number 1 first, as shown on the mark
     * @param part index of the part it is in
     * @param start first code point within that part; equal to {@code end} when it is about the whole
     * @param words the words it is about
     * @param masked the same words among those around them, with nothing in them that identifies anyone; null when they identify nobody
     * @param reason why the writers go on despite it; null when they gave none
     */
    public record Placed(
            int number,
            int part,
            int start,
            int end,
            String words,
            Finding finding,
            @Nullable String masked,
            @Nullable String reason) {

        /** Whether it keeps the post from being submitted. */
        public boolean blocks() {
            return finding.severity() == Severity.BLOCK && !(finding.overridable() && reason != null);
        }
    }

    /** Whether the network takes every part. */
    public boolean fits() {
        return measured.stream().allMatch(Measured::fits);
    }

    /** The one number worth showing on a tab: the part and limit nearest to its end. */
    public Optional<Count> tightest() {
        return measured.stream()
                .flatMap(part -> part.tightest().stream())
                .max(java.util.Comparator.comparingDouble(count -> (double) count.used() / Math.max(1, count.limit())));
    }

    public boolean blocks() {
        return findings.stream().anyMatch(Placed::blocks);
    }
}
