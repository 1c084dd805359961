package health.clarion.posts;

import health.clarion.safeguards.Crisis;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the safeguards said about every version of a post.
 *
 * @param findings of the base words and of each network's own words; the same finding in words that several networks
 *     share is there once
 * @param topics what the words touch, as {@link health.clarion.safeguards.Topics} names it, so that the right people
 *     review it
 * @param crisisLevel the highest of all versions, 0 to 4
 * @param readingAge of the base words, in years
 * @param readingFor the age they were written for; null when nobody said
 * @param crisis what the highest level was about; null in what was kept before this was
 */
public record ReportSummary(
        List<NetworkFinding> findings,
        Set<String> topics,
        int crisisLevel,
        int readingAge,
        @Nullable Integer readingFor,
        @Nullable Crisis crisis) {

    public ReportSummary {
        findings = List.copyOf(findings);
        topics = java.util.Collections.unmodifiableSet(new TreeSet<>(topics));
    }

    public boolean touches(String topic) {
        return topics.contains(topic);
    }
}
