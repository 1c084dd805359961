package health.clarion.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes an iCalendar object as RFC 5545 asks: CRLF at every line's end, lines of at most 75 octets folded between
 * characters, text escaped. Times are UTC, so that no time zone has to be described and a change of clocks can't shift
 * anything.
 */
final class Ical {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    Ical(String name) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Clarion//Calendar//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("NAME:" + text(name)); // RFC 7986
        line("X-WR-CALNAME:" + text(name));
        line("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
        line("X-PUBLISHED-TTL:PT15M");
    }

    /** Whether an event will surely happen. */
    enum Status {
        CONFIRMED,
        TENTATIVE
    }

    /** Something at a moment; it is shown as a quarter of an hour. */
    record Event(
            String uid, Instant stamp, Instant at, String summary, String description, String url, Status status) {}

    /**
     * Something that lasts whole days.
     *
     * @param last the last day of it
     */
    record Days(String uid, Instant stamp, LocalDate first, LocalDate last, String summary, String url) {}

    Ical add(Event event) {
        line("BEGIN:VEVENT");
        line("UID:" + text(event.uid()));
        line("DTSTAMP:" + UTC.format(event.stamp()));
        line("DTSTART:" + UTC.format(event.at()));
        line("DURATION:PT15M");
        line("SUMMARY:" + text(event.summary()));
        line("DESCRIPTION:" + text(event.description()));
        line("URL:" + event.url());
        line("STATUS:" + event.status());
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
        return this;
    }

    Ical add(Days days) {
        line("BEGIN:VEVENT");
        line("UID:" + text(days.uid()));
        line("DTSTAMP:" + UTC.format(days.stamp()));
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(days.first()));
        line("DTEND;VALUE=DATE:"
                + DateTimeFormatter.BASIC_ISO_DATE.format(days.last().plusDays(1)));
        line("SUMMARY:" + text(days.summary()));
        line("URL:" + days.url());
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
        return this;
    }

    /** The whole calendar. */
    String end() {
        line("END:VCALENDAR");
        return out.toString();
    }

    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST_LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += width;
            i += character.length();
        }
        out.append("\r\n");
    }

    /** A TEXT value: backslash, semicolon, comma and line break are escaped, other control characters are left out. */
    static String text(String value) {
        StringBuilder escaped = new StringBuilder();
        value.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (c == '\t' || !Character.isISOControl(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
