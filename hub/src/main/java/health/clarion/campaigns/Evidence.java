package health.clarion.campaigns;

import health.clarion.networks.Network;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one survey found about who uses one network.
 *
 * @param country ISO 3166 code
 * @param ageFrom in years
 * @param ageTo in years, {@link AgeBand#NO_END} for "and over"
 * @param share percent of the people of that age there
 * @param title who found it, and where it is written
 * @param asked how many people were asked; null when the source does not say
 */
public record Evidence(
        UUID id,
        Network network,
        String country,
        int ageFrom,
        int ageTo,
        int share,
        Measure measure,
        String title,
        WebLink source,
        LocalDate published,
        @Nullable LocalDate surveyedFrom,
        @Nullable LocalDate surveyedUntil,
        @Nullable Integer asked,
        long version) {

    public static final int LONGEST_TITLE = 200;

    /** What the people counted did. */
    public enum Measure {
        /** Said that they use it. */
        USES,
        /** Used it within a month. */
        MONTH;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when no measure has this id */
        public static Measure of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    public Evidence {
        boolean ages = ageFrom >= 0 && ageTo >= ageFrom && ageTo <= AgeBand.NO_END;
        boolean from = !title.isBlank() && title.length() <= LONGEST_TITLE && source.elsewhere();
        if (!ages
                || !from
                || share < 0
                || share > 100
                || !country.matches("[A-Z]{2}")
                || (asked != null && asked < 1)) {
            throw new IllegalArgumentException(
                    "evidence needs a country, ages, a share of 0 to 100, a title and a source");
        }
    }

    /** Whether it says something about everybody in a band. */
    boolean covers(AgeBand band) {
        return ageFrom <= band.from() && ageTo >= band.to();
    }

    int width() {
        return ageTo - ageFrom;
    }

    /** {@code "18+"}, {@code "13-17"}: the same in every language. */
    public String ages() {
        return ageTo == AgeBand.NO_END ? ageFrom + "+" : ageFrom + "–" + ageTo;
    }
}
