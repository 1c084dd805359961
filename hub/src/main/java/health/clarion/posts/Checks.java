package health.clarion.posts;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Measured;
import health.clarion.networks.Network;
import health.clarion.networks.TextMeter;
import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.Topics;
import health.clarion.ui.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at every version of a post: the safeguards for the words, the ruler for their length. Reads nothing, keeps nothing. */
@Component
public class Checks {

    private static final String BETWEEN_PARTS = "\n\n";

    /** The rule of this module: a health claim names its source. */
    public static final String CLAIM_WITHOUT_SOURCE = "claims/without-source";

    /** A title is masked with the name that it stands before; the name's own finding is enough to read. */
    private static final String SAID_WITH_THE_NAME = "privacy/title";

    /**
     * Rules of fit that ask for more than a length: what a network shows, takes or lets people press. Not the one on content warnings:
     * where a network has none, {@link Sending} puts the warning before the words.
     */
    private static final Set<String> OF_THE_NETWORK =
            Set.of("fit/too-many-pictures", "fit/alt-too-long", "fit/no-alt", "fit/link-not-pressable");

    private final Words words;

    Checks(Words words) {
        this.words = words;
    }

    /**
     * @param reader language of the messages
     */
    public Looks look(Content content, Setting setting, Locale reader) {
        return look(content, setting, reader, Safeguards.standard());
    }

    /** The same without what the sentence model adds, which never blocks: for the moment of sending. */
    Looks lookBeforeSending(Content content, Setting setting, Locale reader) {
        return look(content, setting, reader, Safeguards.standard(Effort.NAMES));
    }

    private Looks look(Content content, Setting setting, Locale reader, Safeguards safeguards) {
        Map<List<String>, Report> known = new HashMap<>();
        Look base = look(content, null, setting, reader, known, safeguards);
        Map<Network, Look> networks = new EnumMap<>(Network.class);
        for (Network network : content.networks()) {
            networks.put(network, look(content, network, setting, reader, known, safeguards));
        }
        return new Looks(base, networks, setting.readingAge());
    }

    private Look look(
            Content content,
            @Nullable Network network,
            Setting setting,
            Locale reader,
            Map<List<String>, Report> known,
            Safeguards safeguards) {
        List<String> written = written(content, network);
        Report report = known.computeIfAbsent(written, parts -> report(content, parts, setting, reader, safeguards));
        if (network == null) {
            return new Look(
                    null, written, null, List.of(), report, placed(report.findings(), written, content, setting));
        }
        Capabilities limits = setting.limits(network);
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.addAll(unfitting(draft(content, written, setting).withLimits(limits), reader));
        List<Look.Placed> placed = placed(findings, written, content, setting);
        Sending sending = Sending.of(content, network, setting.campaign(), limits);
        return new Look(network, written, sending, measured(sending, limits), report, placed);
    }

    private static List<String> written(Content content, @Nullable Network network) {
        Variant variant = content.words(network);
        List<String> written = new ArrayList<>();
        written.add(variant.text());
        written.addAll(variant.thread());
        return written;
    }

    private static List<Measured> measured(Sending sending, Capabilities limits) {
        List<Measured> measured = new ArrayList<>();
        for (String part : sending.parts()) {
            boolean comment = !measured.isEmpty() && !limits.threads();
            measured.add(
                    comment
                            ? TextMeter.measure(limits, health.clarion.networks.Field.COMMENT, part)
                            : TextMeter.measure(limits, part, measured.isEmpty() ? sending.warning() : ""));
        }
        return measured;
    }

    private Report report(Content content, List<String> parts, Setting setting, Locale reader, Safeguards safeguards) {
        Draft draft = draft(content, parts, setting);
        Report report = safeguards.check(draft, setting.knowledge(), reader);
        return withUnsourcedClaims(report, draft.text(), content.sources(), reader);
    }

    /** What this network does not take, beside the lengths, which are measured here as the words will be sent. */
    private static List<Finding> unfitting(Draft draft, Locale reader) {
        return Safeguards.standard(Effort.RULES).check(draft, Knowledge.empty(), reader).of(Category.FIT).stream()
                .filter(finding -> OF_THE_NETWORK.contains(finding.rule()))
                .toList();
    }

    private static Draft draft(Content content, List<String> parts, Setting setting) {
        return new Draft(
                String.join(BETWEEN_PARTS, parts),
                content.language(),
                Kind.STAFF,
                setting.readingAge(),
                content.contentWarning(),
                content.media().stream()
                        .map(media -> new Picture("", media.alt()))
                        .toList(),
                content.sources().stream()
                        .filter(ClaimSource::names)
                        .map(source -> source.claim().isEmpty() ? source.url() : source.claim())
                        .toList());
    }

    private Report withUnsourcedClaims(Report report, String text, List<ClaimSource> sources, Locale reader) {
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.removeIf(finding -> finding.rule().equals(SAID_WITH_THE_NAME));
        for (Span claim : report.claims()) {
            boolean covered = Claims.covered(
                    slice(text, claim.start(), claim.end()), report.claims().size(), sources);
            boolean said = report.findings().stream()
                    .anyMatch(finding -> finding.category() == Category.CLAIMS
                            && finding.severity() == Severity.BLOCK
                            && finding.span().overlaps(claim));
            if (!covered && !said) {
                findings.add(unsourced(claim, reader));
            }
        }
        findings.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::severity));
        return new Report(findings, report.crisis(), report.reading(), report.checkworthy(), report.claims());
    }

    private Finding unsourced(Span claim, Locale reader) {
        return new Finding(
                CLAIM_WITHOUT_SOURCE,
                Category.CLAIMS,
                Severity.BLOCK,
                claim.start(),
                claim.end(),
                words.of(reader, "posts.claim-without-source"),
                words.of(reader, "posts.claim-without-source.do"),
                words.of(reader, "posts.claim-without-source.why"),
                OptionalDouble.empty(),
                false,
                Topics.HEALTH_CLAIM,
                null);
    }

    private static List<Look.Placed> placed(
            List<Finding> findings, List<String> parts, Content content, Setting setting) {
        List<Look.Placed> placed = new ArrayList<>();
        String text = String.join(BETWEEN_PARTS, parts);
        Masked masked = Masked.of(text, content.language(), findings, setting.knowledge());
        for (Finding finding : findings) {
            int part = 0;
            int before = 0;
            while (part < parts.size() - 1 && finding.start() > before + length(parts.get(part))) {
                before += length(parts.get(part)) + BETWEEN_PARTS.length();
                part++;
            }
            int length = length(parts.get(part));
            int start = Math.clamp(finding.start() - before, 0, length);
            int end = Math.clamp(finding.end() - before, start, length);
            String words = slice(text, finding.start(), finding.end());
            placed.add(new Look.Placed(
                    placed.size() + 1,
                    part,
                    start,
                    end,
                    words,
                    finding,
                    masked.around(finding),
                    finding.overridable() ? content.reasons().get(NetworkFinding.key(finding.rule(), words)) : null));
        }
        return placed;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
