package health.clarion.campaigns;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * A day, week or month on which the world looks at one health matter.
 *
 * @param rule when it is, in English words, such as {@code "second Thursday of March"}
 * @param names by language
 * @param authority who sets it
 * @param source where they say so
 */
public record AwarenessDay(String id, String rule, Map<String, String> names, String authority, URI source) {

    public AwarenessDay {
        names = Map.copyOf(names);
        DayRule.of(rule);
    }

    /** Its name in the closest language we have. */
    public String name(Locale locale) {
        return names.getOrDefault(locale.getLanguage(), names.getOrDefault("en", id));
    }

    /** The first day of it in a year. */
    public LocalDate first(int year) {
        return DayRule.of(rule).first(year);
    }

    /** The last day of it in a year; the first one unless it goes on for a week or a month. */
    public LocalDate last(int year) {
        return DayRule.of(rule).last(year);
    }
}
