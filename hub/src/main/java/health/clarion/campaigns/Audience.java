package health.clarion.campaigns;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a campaign speaks to.
 *
 * @param name short, such as "First-year students"
 * @param who who they are, in a sentence or two; may be empty
 * @param ages may be empty when it does not matter
 * @param languages BCP 47 tags, such as {@code en-GB}
 * @param readingAge the age of a reader who should understand every sentence, in years
 */
public record Audience(String name, String who, Set<AgeBand> ages, List<String> languages, int readingAge) {

    public static final int YOUNGEST_READER = 6;
    public static final int OLDEST_READER = 18;

    /** What the United Kingdom's government writes for: https://www.gov.uk/guidance/content-design/writing-for-gov-uk */
    public static final int USUAL_READER = 9;

    public Audience {
        ages = Set.copyOf(ages);
        languages = List.copyOf(languages);
        if (name.isBlank() || readingAge < YOUNGEST_READER || readingAge > OLDEST_READER) {
            throw new IllegalArgumentException("an audience needs a name and a reading age of 6 to 18");
        }
    }

    /** The age bands from young to old. */
    public List<AgeBand> agesInOrder() {
        return List.copyOf(new TreeSet<>(ages.isEmpty() ? EnumSet.noneOf(AgeBand.class) : ages));
    }
}
