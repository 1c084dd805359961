package health.clarion.campaigns;

import health.clarion.ui.TabFile;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The curated calendar of {@code awareness-days.tsv}. */
@Component
public class AwarenessDays {

    /** Years we compute; further away the rules themselves may have changed. */
    public static final int FIRST_YEAR = 2000;

    public static final int LAST_YEAR = 2100;

    /** A day in one year. */
    public record Occurrence(AwarenessDay day, LocalDate first, LocalDate last) {}

    private final List<AwarenessDay> days = TabFile.rows(AwarenessDays.class, "awareness-days.tsv").stream()
            .map(AwarenessDays::day)
            .toList();

    public List<AwarenessDay> all() {
        return days;
    }

    public Optional<AwarenessDay> find(String id) {
        return days.stream().filter(day -> day.id().equals(id)).findFirst();
    }

    /**
     * The days of a year in order.
     *
     * @throws IllegalArgumentException outside {@link #FIRST_YEAR} to {@link #LAST_YEAR}
     */
    public List<Occurrence> in(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("years from 2000 to 2100 only");
        }
        return days.stream()
                .map(day -> new Occurrence(day, day.first(year), day.last(year)))
                .sorted(Comparator.comparing(Occurrence::first)
                        .thenComparing(o -> o.day().id()))
                .toList();
    }

    /** The days that touch a span of time, in order; both ends included. */
    public List<Occurrence> between(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(Math.max(from.getYear(), FIRST_YEAR), Math.min(to.getYear(), LAST_YEAR))
                .boxed()
                .flatMap(year -> in(year).stream())
                .filter(day -> !day.last().isBefore(from) && !day.first().isAfter(to))
                .toList();
    }

    private static AwarenessDay day(TabFile.Row row) {
        return new AwarenessDay(
                row.get("id"),
                row.get("rule"),
                Map.of("en", row.get("en"), "es", row.get("es"), "ca", row.get("ca")),
                row.get("authority"),
                URI.create(row.get("source")));
    }
}
