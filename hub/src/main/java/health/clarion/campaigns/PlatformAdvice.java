package health.clarion.campaigns;

import health.clarion.campaigns.Advice.Reason;
import health.clarion.campaigns.Advice.Reason.Kind;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Field;
import health.clarion.networks.Network;
import health.clarion.networks.TextLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which networks to speak on. Networks with a figure for the audience's ages come first, the largest share at the top;
 * those without one follow, most good reasons first. For each age band the figure is taken from the audience's own
 * country when we have one, then the narrowest age range, then the newest publication.
 */
@Component
public class PlatformAdvice {

    /** What networks ask of a user, in years; below it an audience is reached through parents and teachers. */
    public static final int YOUNGEST_USER = 13;

    private static final List<AgeBand> ADULT =
            List.of(AgeBand.YOUNG_ADULTS, AgeBand.ADULTS, AgeBand.MIDDLE, AgeBand.OLDER);

    private final NetworkEvidence evidence;

    PlatformAdvice(NetworkEvidence evidence) {
        this.evidence = evidence;
    }

    /** Every network, best first, for these people and this goal. */
    public List<Advice> rank(Audience audience, Goal goal) {
        List<Evidence> all = evidence.all();
        Set<String> countries = countries(audience, all);
        List<AgeBand> bands = audience.ages().isEmpty() ? ADULT : audience.agesInOrder();
        return Arrays.stream(Network.values())
                .map(network -> advice(network, bands, countries, goal, all))
                .sorted(Comparator.comparing((Advice advice) -> -advice.share().orElse(-1))
                        .thenComparing(advice -> -advice.good())
                        .thenComparing(Advice::network))
                .toList();
    }

    private static Advice advice(
            Network network, List<AgeBand> bands, Set<String> countries, Goal goal, List<Evidence> all) {
        List<Evidence> found = bands.stream()
                .flatMap(band -> best(network, band, countries, all).stream())
                .toList();
        OptionalInt share = found.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(
                        found.stream().mapToInt(Evidence::share).average().orElseThrow()));
        return new Advice(network, share, List.copyOf(new LinkedHashSet<>(found)), reasons(network, goal));
    }

    private static Optional<Evidence> best(Network network, AgeBand band, Set<String> countries, List<Evidence> all) {
        return all.stream()
                .filter(row -> row.network() == network && row.covers(band))
                .min(Comparator.comparing((Evidence row) -> !countries.contains(row.country()))
                        .thenComparing(Evidence::width)
                        .thenComparing(Evidence::published, Comparator.reverseOrder()));
    }

    // The countries the audience's languages name (en-GB); when they name none, the country we know most about, so
    // that one network is not measured in one country and the next in another.
    private static Set<String> countries(Audience audience, List<Evidence> all) {
        Set<String> named = audience.languages().stream()
                .map(tag -> Locale.forLanguageTag(tag).getCountry())
                .filter(country -> !country.isEmpty())
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            return named;
        }
        return all.stream().collect(Collectors.groupingBy(Evidence::country, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(Set::of)
                .orElse(Set.of());
    }

    private static List<Reason> reasons(Network network, Goal goal) {
        Capabilities can = Capabilities.of(network);
        List<Reason> reasons = new ArrayList<>();
        if (can.pressableLinks()) {
            reasons.add(new Reason(Kind.FOR, "campaigns.reason.links", 0));
        } else {
            reasons.add(new Reason(
                    Kind.AGAINST,
                    goal.needsLinks() ? "campaigns.reason.no-links-to-act" : "campaigns.reason.no-links",
                    0));
        }
        reasons.add(
                can.altText()
                        ? new Reason(Kind.FOR, "campaigns.reason.alt", 0)
                        : new Reason(Kind.AGAINST, "campaigns.reason.no-alt", 0));
        if (can.contentWarning()) {
            reasons.add(new Reason(Kind.FOR, "campaigns.reason.warning", 0));
        }
        if (can.threads()) {
            reasons.add(new Reason(Kind.FOR, "campaigns.reason.threads", 0));
        }
        can.limits(Field.TEXT).stream()
                .filter(limit -> limit.unit().isLength())
                .min(Comparator.comparing(TextLimit::max, Comparator.naturalOrder()))
                .map(TextLimit::max)
                .map(longest -> new Reason(Kind.GOOD_TO_KNOW, "campaigns.reason.length", longest))
                .ifPresent(reasons::add);
        return List.copyOf(reasons);
    }
}
