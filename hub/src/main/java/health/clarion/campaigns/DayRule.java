package health.clarion.campaigns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When an awareness day is, every year. Written as people say it: {@code "first Sunday of May"}. */
sealed interface DayRule {

    /** The first day in a year. */
    LocalDate first(int year);

    /** The last day in a year; the first one for a single day. */
    LocalDate last(int year);

    /** A date, and how many days it goes on. */
    record OnDate(MonthDay date, int days) implements DayRule {
        @Override
        public LocalDate first(int year) {
            return date.atYear(year);
        }

        @Override
        public LocalDate last(int year) {
            return first(year).plusDays(days - 1L);
        }
    }

    /** The {@code ordinal}-th weekday of a month; -1 is the last. */
    record OnWeekday(int ordinal, DayOfWeek weekday, Month month, int days) implements DayRule {
        @Override
        public LocalDate first(int year) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
        }

        @Override
        public LocalDate last(int year) {
            return first(year).plusDays(days - 1L);
        }
    }

    /** The last day of a month, whatever its number. */
    record OnLastDay(Month month) implements DayRule {
        @Override
        public LocalDate first(int year) {
            return YearMonth.of(year, month).atEndOfMonth();
        }

        @Override
        public LocalDate last(int year) {
            return first(year);
        }
    }

    /** A whole month. */
    record AllMonth(Month month) implements DayRule {
        @Override
        public LocalDate first(int year) {
            return LocalDate.of(year, month, 1);
        }

        @Override
        public LocalDate last(int year) {
            return YearMonth.of(year, month).atEndOfMonth();
        }
    }

    List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    Pattern WEEKDAY = Pattern.compile("(first|second|third|fourth|last) (\\w+day) of (\\w+)");
    Pattern DATE = Pattern.compile("(\\d{1,2}) (\\w+)");
    Pattern LAST_DAY = Pattern.compile("last day of (\\w+)");
    Pattern DAYS = Pattern.compile("(.+), (\\d{1,2}) days");

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException when it is not one of the forms named in {@code awareness-days.tsv}
     */
    static DayRule of(String words) {
        Matcher longer = DAYS.matcher(words);
        int days = longer.matches() ? Integer.parseInt(longer.group(2)) : 1;
        String when = longer.matches() ? longer.group(1) : words;
        Matcher lastDay = LAST_DAY.matcher(when);
        if (lastDay.matches()) {
            return new OnLastDay(month(lastDay.group(1)));
        }
        Matcher weekday = WEEKDAY.matcher(when);
        if (weekday.matches()) {
            int ordinal = weekday.group(1).equals("last") ? -1 : ORDINALS.indexOf(weekday.group(1)) + 1;
            DayOfWeek day = DayOfWeek.valueOf(weekday.group(2).toUpperCase(Locale.ROOT));
            return new OnWeekday(ordinal, day, month(weekday.group(3)), days);
        }
        Matcher date = DATE.matcher(when);
        return date.matches()
                ? new OnDate(MonthDay.of(month(date.group(2)), Integer.parseInt(date.group(1))), days)
                : new AllMonth(month(when));
    }

    private static Month month(String name) {
        return Month.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
