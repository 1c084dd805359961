package health.clarion.audit.web;

import health.clarion.audit.Sought;
import health.clarion.ui.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the form over the list; empty asks for all.
 *
 * @param from the first day, such as {@code 2026-11-24}
 * @param until the last day
 */
public record Asked(String subject, String actor, String what, String from, String until) {

    private static final int LONGEST = 200;

    public Asked {
        subject = text(subject);
        actor = text(actor);
        what = text(what);
        from = text(from);
        until = text(until);
    }

    /** @throws Problem when a day is none */
    Sought in(ZoneId zone) {
        return new Sought(some(subject), some(actor), some(what), day(from, 0, zone), day(until, 1, zone));
    }

    public boolean asksForAll() {
        return (subject + actor + what + from + until).isEmpty();
    }

    private static String text(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("audit.problem.filter");
        }
        return text;
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant day(String text, int later, ZoneId zone) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 2000 || day.getYear() > 2099) {
                throw Problem.invalid("audit.problem.day", text);
            }
            return day.plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException malformed) {
            throw Problem.invalid("audit.problem.day", text);
        }
    }
}
