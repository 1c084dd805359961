package health.clarion.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every page template needs: words in the viewer's language, times in their zone, the rail, and the form token.
 * Made anew for each request by {@link health.clarion.ui.web.PageModel} and given to templates as {@code ui}.
 */
public final class Ui {

    private final Words words;
    private final Locale locale;
    private final ZoneId zone;
    private final Theme theme;
    private final @Nullable Viewer viewer;
    private final String organisation;
    private final List<Spot> places;
    private final String path;
    private final @Nullable String csrfName;
    private final @Nullable String csrfToken;
    private final Assets assets;
    private @Nullable String flash;

    /** One entry of the rail with its count for this viewer. */
    public record Spot(Place place, int waiting) {}

    /** Addresses of static files with their fingerprint, so that they can be cached for long. */
    public interface Assets {
        String href(String path);
    }

    public Ui(
            Words words,
            Locale locale,
            ZoneId zone,
            Theme theme,
            @Nullable Viewer viewer,
            String organisation,
            List<Spot> places,
            String path,
            @Nullable String csrfName,
            @Nullable String csrfToken,
            Assets assets) {
        this.words = words;
        this.locale = locale;
        this.zone = zone;
        this.theme = theme;
        this.viewer = viewer;
        this.organisation = organisation;
        this.places = places; // not copied: counted only on pages that show the rail
        this.path = path;
        this.csrfName = csrfName;
        this.csrfToken = csrfToken;
        this.assets = assets;
    }

    /** Words in the viewer's language. */
    public String t(String key, Object... arguments) {
        return words.of(locale, key, arguments);
    }

    /** Somebody's words between the quotation marks of the viewer's language. */
    public String quoted(String said) {
        return t("ui.quoted", said);
    }

    public boolean has(String key) {
        return words.has(key);
    }

    /** The heading of an answer with this status, such as "There is nothing at this address". */
    public String problemTitle(int status) {
        String own = "ui.problem." + status;
        return t(has(own) ? own : status >= 500 ? "ui.problem.500" : "ui.problem.400");
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public Theme theme() {
        return theme;
    }

    /** The person signed in, or null on a public page. */
    public @Nullable Viewer viewer() {
        return viewer;
    }

    public boolean may(String authority) {
        return viewer != null && viewer.may(authority);
    }

    public String organisation() {
        return organisation;
    }

    public List<Spot> places() {
        return places;
    }

    /** The four places of the thumb bar. */
    public List<Spot> thumbs() {
        return places.stream().filter(spot -> spot.place().thumb()).limit(4).toList();
    }

    /** Path of this request, for links that come back here. */
    public String path() {
        return path;
    }

    public @Nullable String csrfName() {
        return csrfName;
    }

    public @Nullable String csrfToken() {
        return csrfToken;
    }

    public String asset(String path) {
        return assets.href(path);
    }

    /** A sentence to show once at the top of the page, after an action; null when there is none. */
    public @Nullable String flash() {
        return flash;
    }

    public void flash(@Nullable String message) {
        this.flash = message;
    }

    /** "Tuesday 24 November" */
    public String day(LocalDate date) {
        String pattern =
                switch (locale.getLanguage()) {
                    case "es" -> "EEEE, d 'de' MMMM";
                    case "ca" -> "EEEE, d MMMM";
                    default -> "EEEE d MMMM";
                };
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }

    /** "24 November 2026" */
    public String date(TemporalAccessor date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(british())
                .format(zoned(date));
    }

    /** "24 November", with the year only where it is another than this one. */
    public String shortDate(LocalDate date, int thisYear) {
        return date.getYear() == thisYear
                ? DateTimeFormatter.ofLocalizedPattern("MMMMd")
                        .withLocale(british())
                        .format(date)
                : date(date);
    }

    /** "17:00" */
    public String time(TemporalAccessor time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(zoned(time));
    }

    /** "24 November 2026, 17:00" */
    public String dateTime(TemporalAccessor time) {
        return date(time) + ", " + time(time);
    }

    /** "24 Nov, 17:00" */
    public String shortDateTime(TemporalAccessor time) {
        return DateTimeFormatter.ofPattern("d MMM, HH:mm", locale).format(zoned(time));
    }

    private TemporalAccessor zoned(TemporalAccessor time) {
        return time instanceof Instant instant ? instant.atZone(zone) : time;
    }

    private Locale british() {
        return locale.getLanguage().equals("en") ? Locale.UK : locale;
    }
}
