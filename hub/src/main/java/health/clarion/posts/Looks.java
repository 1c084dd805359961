package health.clarion.posts;

import health.clarion.networks.Network;
import health.clarion.safeguards.Category;
import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Topics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every version of a post, looked at.
 *
 * @param readingFor the age to write for; empty when none is said
 */
public record Looks(Look base, Map<Network, Look> networks, OptionalInt readingFor) {

    public Looks {
        Map<Network, Look> sorted = new EnumMap<>(Network.class);
        sorted.putAll(networks);
        networks = sorted;
    }

    public boolean blocks() {
        return findings().stream().anyMatch(Looks::blocks);
    }

    private static boolean blocks(NetworkFinding found) {
        Finding finding = found.finding();
        return finding.severity() == health.clarion.safeguards.Severity.BLOCK
                && !(finding.overridable() && found.reason() != null);
    }

    /** What keeps the post from being submitted. */
    public List<NetworkFinding> blocking() {
        return findings().stream().filter(Looks::blocks).toList();
    }

    /**
     * Every finding once: those of the base words, of networks with words of their own, and what one network alone does not
     * take.
     */
    public List<NetworkFinding> findings() {
        List<NetworkFinding> all = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        if (isUsed(base)) {
            seen.add(base.written());
            add(base, true, all);
        }
        networks.values().forEach(look -> add(look, seen.add(look.written()), all));
        return all;
    }

    /** Whether anybody will read the base words: some network uses them, or no network is chosen yet. */
    private boolean isUsed(Look look) {
        return networks.isEmpty()
                || networks.values().stream().anyMatch(other -> other.written().equals(look.written()));
    }

    private static void add(Look look, boolean wordsToo, List<NetworkFinding> all) {
        look.findings().stream()
                .filter(placed -> wordsToo || placed.finding().category() == Category.FIT)
                .forEach(placed ->
                        all.add(new NetworkFinding(look.network(), placed.words(), placed.finding(), placed.reason())));
    }

    /** The same in the form that is kept with a submission. */
    public ReportSummary summary() {
        List<NetworkFinding> findings = findings();
        Set<String> topics = new TreeSet<>();
        findings.forEach(found -> {
            if (found.finding().topic() != null) {
                topics.add(found.finding().topic());
            }
        });
        Crisis crisis = base.report().crisis();
        boolean claims = !base.report().claims().isEmpty();
        for (Look look : networks.values()) {
            crisis = look.report().crisis().level() > crisis.level()
                    ? look.report().crisis()
                    : crisis;
            claims |= !look.report().claims().isEmpty();
        }
        if (claims) {
            topics.add(Topics.HEALTH_CLAIM);
        }
        return new ReportSummary(
                findings,
                topics,
                crisis.level(),
                base.report().reading().age(),
                readingFor.isPresent() ? readingFor.getAsInt() : null,
                crisis);
    }
}
