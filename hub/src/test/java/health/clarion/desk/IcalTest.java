package health.clarion.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcalTest {

    private static final Instant STAMP = Instant.parse("2026-11-24T08:00:00Z");

    private static String calendar(String summary) {
        return new Ical("Harbour Minds: posts")
                .add(new Ical.Event(
                        "1@example.org",
                        STAMP,
                        Instant.parse("2026-11-24T17:00:00Z"),
                        summary,
                        "Signed off: Bluesky.",
                        "https://example.org/posts/1",
                        Ical.Status.CONFIRMED))
                .add(new Ical.Days(
                        "day@example.org",
                        STAMP,
                        LocalDate.of(2026, 10, 10),
                        LocalDate.of(2026, 10, 10),
                        "World Mental Health Day",
                        "https://example.org/day"))
                .end();
    }

    private static List<String> unfolded(String calendar) {
        return List.of(calendar.replace("\r\n ", "").split("\r\n"));
    }

    @Test
    void everyLineEndsWithCrLfAndHasAtMost75Octets() {
        String calendar = calendar("Ñandú, ¿què és això? 👩‍⚕️ ".repeat(20));
        assertThat(calendar).endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line))
                    .as("no character is cut")
                    .isTrue();
        }
    }

    @Test
    void foldedLinesReadAsTheyWere() {
        String summary = "A very long title that goes on and on ".repeat(10).strip();
        assertThat(unfolded(calendar(summary))).contains("SUMMARY:" + summary);
    }

    @Test
    void whatHasAMeaningInTheFormatIsEscaped() {
        assertThat(unfolded(calendar("Doors; open, \\ today\nand tomorrow\u0007")))
                .contains("SUMMARY:Doors\\; open\\, \\\\ today\\nand tomorrow");
        assertThat(calendar("a\nEND:VEVENT\nBEGIN:VEVENT").split("\r\nBEGIN:VEVENT"))
                .hasSize(3);
    }

    @Test
    void timesAreUtcAndWholeDaysEndOnTheDayAfter() {
        assertThat(unfolded(calendar("Post")))
                .contains("DTSTART:20261124T170000Z", "DTSTAMP:20261124T080000Z", "DURATION:PT15M")
                .contains("DTSTART;VALUE=DATE:20261010", "DTEND;VALUE=DATE:20261011")
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0");
    }
}
