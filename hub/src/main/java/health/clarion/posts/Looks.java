package health.clarion.posts;

import health.clarion.networks.Network;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Topics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every version of a post, looked at. */
public record Looks(Look base, Map<Network, Look> networks) {

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

    /** Every finding once: those of the base words, and of networks with words of their own. */
    public List<NetworkFinding> findings() {
        List<NetworkFinding> all = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        if (isUsed(base)) {
            seen.add(base.written());
            add(base, all);
        }
        networks.values().stream().filter(look -> seen.add(look.written())).forEach(look -> add(look, all));
        return all;
    }

    /** Whether anybody will read the base words: some network uses them, or no network is chosen yet. */
    private boolean isUsed(Look look) {
        return networks.isEmpty()
                || networks.values().stream().anyMatch(other -> other.written().equals(look.written()));
    }

    private static void add(Look look, List<NetworkFinding> all) {
        look.findings()
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
        int crisis = base.report().crisis().level();
        boolean claims = !base.report().claims().isEmpty();
        for (Look look : networks.values()) {
            crisis = Math.max(crisis, look.report().crisis().level());
            claims |= !look.report().claims().isEmpty();
        }
        if (claims) {
            topics.add(Topics.HEALTH_CLAIM);
        }
        return new ReportSummary(
                findings, topics, crisis, base.report().reading().age());
    }
}
