package health.clarion.campaigns.web;

import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.Evidence;
import health.clarion.campaigns.WebLink;
import health.clarion.campaigns.web.CampaignJson.EvidenceJson;
import health.clarion.networks.Network;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of the table of who uses which network, as typed, right or wrong. */
public record EvidenceForm(
        String network,
        String country,
        String ageFrom,
        String ageTo,
        String share,
        String measure,
        String title,
        String source,
        String published,
        String surveyedFrom,
        String surveyedUntil,
        String asked,
        long version) {

    /** What reading gives; {@code evidence} is null exactly when something is wrong. */
    record Reading(@Nullable Evidence evidence, List<Wrong> wrongs) {}

    static EvidenceForm empty() {
        return new EvidenceForm("", "", "18", "", "", "uses", "", "", "", "", "", "", 0);
    }

    static EvidenceForm of(Evidence row) {
        return of(EvidenceJson.of(row));
    }

    static EvidenceForm of(EvidenceJson row) {
        Integer to = row.ageTo();
        return new EvidenceForm(
                PlainText.line(row.network()),
                PlainText.line(row.country()),
                text(row.ageFrom()),
                to == null || to == AgeBand.NO_END ? "" : text(to),
                text(row.share()),
                PlainText.line(row.measure()),
                PlainText.line(row.title()),
                PlainText.line(row.source()),
                text(row.published()),
                text(row.surveyedFrom()),
                text(row.surveyedUntil()),
                text(row.asked()),
                row.version() == null ? 0 : row.version());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    Reading read(UUID id) {
        List<Wrong> wrongs = new ArrayList<>();
        Optional<Network> on = read("network", network, Network::of, wrongs);
        Optional<Evidence.Measure> how = read("measure", measure, Evidence.Measure::of, wrongs);
        Optional<String> where = read("country", country.toUpperCase(Locale.ROOT), EvidenceForm::country, wrongs);
        Optional<Integer> from = read("ageFrom", ageFrom, text -> number(text, 0, AgeBand.NO_END), wrongs);
        Optional<Integer> to = ageTo.isEmpty()
                ? Optional.of(AgeBand.NO_END)
                : read("ageTo", ageTo, text -> number(text, from.orElse(0), AgeBand.NO_END), wrongs);
        Optional<Integer> percent = read("share", share, text -> number(text, 0, 100), wrongs);
        Optional<WebLink> link = WebLink.parse(source).filter(WebLink::elsewhere);
        if (link.isEmpty()) {
            wrongs.add(Wrong.in("source", "link", source));
        }
        if (title.isEmpty() || title.length() > Evidence.LONGEST_TITLE) {
            wrongs.add(Wrong.in("title", "needed"));
        }
        Optional<LocalDate> day = read("published", published, EvidenceForm::date, wrongs);
        LocalDate began = optional("surveyedFrom", surveyedFrom, EvidenceForm::date, wrongs);
        LocalDate ended = optional("surveyedUntil", surveyedUntil, EvidenceForm::date, wrongs);
        Integer people = optional("asked", asked, text -> number(text, 1, 100_000_000), wrongs);
        if (!wrongs.isEmpty()) {
            return new Reading(null, List.copyOf(wrongs));
        }
        Evidence evidence = new Evidence(
                id,
                on.orElseThrow(),
                where.orElseThrow(),
                from.orElseThrow(),
                to.orElseThrow(),
                percent.orElseThrow(),
                how.orElseThrow(),
                title,
                link.orElseThrow(),
                day.orElseThrow(),
                began,
                ended,
                people,
                version);
        return new Reading(evidence, List.of());
    }

    private static <T> @Nullable T optional(
            String field, String text, Function<String, T> reading, List<Wrong> wrongs) {
        return text.isEmpty() ? null : read(field, text, reading, wrongs).orElse(null);
    }

    private static <T> Optional<T> read(String field, String text, Function<String, T> reading, List<Wrong> wrongs) {
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            wrongs.add(Wrong.in(field, text.isEmpty() ? "needed" : "not-possible", text));
            return Optional.empty();
        }
    }

    private static String country(String code) {
        if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
            throw new IllegalArgumentException("no country");
        }
        return code;
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1990 || date.getYear() > 2100) {
            throw new IllegalArgumentException("not a date of a survey");
        }
        return date;
    }
}
