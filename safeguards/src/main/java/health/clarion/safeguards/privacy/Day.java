package health.clarion.safeguards.privacy;

import health.clarion.safeguards.text.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date in a text, in digits or with the month's name, in English, Spanish or Catalan.
 *
 * @param start first char in the folded text
 * @param end one past the last
 * @param kind how much of a date it is
 * @param year the year, or 0 when it is not said
 */
record Day(int start, int end, Kind kind, int year) {
    /** How much of a date is said; a year alone is none, since Safe Harbor allows it. */
    enum Kind {
        /** Day, month and year. */
        FULL,
        /** Day and month. */
        DAY,
        /** Month and year, or a month meant as one time: last December. */
        MONTH
    }

    private static final int LONGEST_TIME = 30;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;

    /** The dates of a scene in order; none overlap. */
    static List<Day> in(Scene scene) {
        if (!scene.hasDigits() && !scene.has(Cue.MONTH)) {
            return List.of();
        }
        List<Day> days = new ArrayList<>();
        if (scene.hasDigits()) {
            addNumeric(scene.text(), days);
        }
        if (scene.has(Cue.MONTH)) {
            int reached = 0;
            for (Scene.Said said : scene.said()) {
                if (said.cue() == Cue.MONTH && said.from() >= reached) {
                    Day day = new Named(scene, said.from()).day();
                    if (day != null) {
                        days.add(day);
                        reached = scene.wordAt(day.end());
                    }
                }
            }
            days.sort(Comparator.comparingInt(Day::start));
        }
        return days;
    }

    private static void addNumeric(String text, List<Day> days) {
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text, at)) {
                at++;
                continue;
            }
            int end = endOfDigits(text, at);
            Day day = isFresh(text, at) && end - at <= 4 ? numeric(text, at, end) : null;
            if (day != null) {
                days.add(day);
            }
            at = day != null ? day.end() : end;
        }
    }

    private static boolean isFresh(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                && "/=_$€£+#".indexOf(before) < 0
                && !("-.".indexOf(before) >= 0 && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    private static @Nullable Day numeric(String text, int start, int endOfFirst) {
        if (endOfFirst >= text.length() || "/-.".indexOf(text.charAt(endOfFirst)) < 0) {
            return null;
        }
        char sign = text.charAt(endOfFirst);
        int second = endOfFirst + 1;
        int endOfSecond = endOfDigits(text, second);
        int firstLength = endOfFirst - start;
        int secondLength = endOfSecond - second;
        if (secondLength == 0 || secondLength > 4) {
            return null;
        }
        boolean third =
                endOfSecond < text.length() && text.charAt(endOfSecond) == sign && isDigit(text, endOfSecond + 1);
        if (!third) {
            boolean monthAndYear = firstLength <= 2 && secondLength == 4 && sign == '/' && isOver(text, endOfSecond);
            int year = monthAndYear ? number(text, second, endOfSecond) : 0;
            int month = number(text, start, endOfFirst);
            return monthAndYear && month >= 1 && month <= 12 && isYear(year)
                    ? new Day(start, endOfSecond, Kind.MONTH, year)
                    : null;
        }
        int end = endOfDigits(text, endOfSecond + 1);
        int year = year(
                number(text, start, endOfFirst),
                firstLength,
                number(text, endOfSecond + 1, end),
                end - endOfSecond - 1);
        boolean yearFirst = firstLength == 4;
        int a = yearFirst ? number(text, endOfSecond + 1, end) : number(text, start, endOfFirst);
        int b = number(text, second, endOfSecond);
        int time = endOfTime(text, end);
        boolean exists = secondLength <= 2 && isYear(year) && (exists(year, b, a) || !yearFirst && exists(year, a, b));
        return exists && (isOver(text, end) || time > end) ? new Day(start, time, Kind.FULL, year) : null;
    }

    private static int year(int first, int firstLength, int third, int thirdLength) {
        if (firstLength == 4) {
            return thirdLength <= 2 ? first : 0;
        }
        if (firstLength > 2) {
            return 0;
        }
        return thirdLength == 4 ? third : thirdLength == 2 ? ofTwoDigits(third) : 0;
    }

    /** The year that two digits mean: 00 to 49 is 20xx, 50 to 99 is 19xx. Source: RFC 5322, section 4.3. */
    private static int ofTwoDigits(int year) {
        return (year < 50 ? 2000 : 1900) + year;
    }

    /** One past the time of day that follows, as in 2024-03-15T14:30:00Z; the same place when none does. */
    private static int endOfTime(String text, int start) {
        int at = start;
        if (at + 4 >= text.length() || text.charAt(at) != 't' && text.charAt(at) != ' ' || !isDigit(text, at + 1)) {
            return start;
        }
        int endOfHour = endOfDigits(text, at + 1);
        if (endOfHour >= text.length() || text.charAt(endOfHour) != ':') {
            return start;
        }
        at = endOfHour;
        while (at < text.length() && at - start < LONGEST_TIME) {
            char c = text.charAt(at);
            boolean inside = isDigit(text, at) || ":.+-".indexOf(c) >= 0 && isDigit(text, at + 1);
            if (!inside) {
                return c == 'z' ? at + 1 : at;
            }
            at++;
        }
        return at;
    }

    private static boolean isOver(String text, int end) {
        return end >= text.length()
                || !Character.isLetterOrDigit(text.charAt(end))
                        && !("-/".indexOf(text.charAt(end)) >= 0 && isDigit(text, end + 1));
    }

    static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static int number(String text, int start, int end) {
        return end - start > 4 ? 0 : Integer.parseInt(text.substring(start, end));
    }

    /** A date with its month's name: a day before or after it, a year after that. */
    private static final class Named {
        private static final List<String> JOINING = List.of("of", "de", "d", "del");
        private static final List<String> POINTING =
                List.of("last", "since", "in", "this", "early", "late", "mid", "pasado", "passat");

        private final Scene scene;
        private final int month;
        private int from;
        private int to;
        private boolean day;
        private int year;

        Named(Scene scene, int month) {
            this.scene = scene;
            this.month = month;
            this.from = month;
            this.to = month + 1;
        }

        @Nullable
        Day day() {
            takeDayBefore();
            if (!day) {
                takeDayAfter();
            }
            takeYear();
            Kind kind = day ? year > 0 ? Kind.FULL : Kind.DAY : year > 0 || isMeant() ? Kind.MONTH : null;
            if (kind == null) {
                return null;
            }
            List<Word> words = scene.words();
            return new Day(words.get(from).start(), words.get(to - 1).end(), kind, year);
        }

        private void takeDayBefore() {
            int at = JOINING.contains(scene.word(month - 1)) ? month - 2 : month - 1;
            if (at >= 0 && isDayOfMonth(at) && isNear(at) && (at == month - 1 || isNear(month - 1))) {
                day = true;
                from = at;
            }
        }

        private void takeDayAfter() {
            int at = JOINING.contains(scene.word(month + 1)) ? month + 2 : month + 1;
            if (isDayOfMonth(at) && isNear(month)) {
                day = true;
                to = at + 1;
            }
        }

        private void takeYear() {
            int at = JOINING.contains(scene.word(to)) ? to + 1 : to;
            if (at >= scene.words().size() || !isNear(to - 1)) {
                return;
            }
            String word = scene.word(at);
            boolean digits = word.length() > 0 && word.chars().allMatch(c -> c >= '0' && c <= '9');
            int start = scene.words().get(at).start();
            boolean short2 = digits
                    && word.length() == 2
                    && (scene.text().charAt(start - 1) == '\''
                            || day && scene.text().charAt(start - 1) == '-');
            if (digits && word.length() == 4 && isYear(Integer.parseInt(word))) {
                year = Integer.parseInt(word);
                to = at + 1;
            } else if (short2) {
                year = ofTwoDigits(Integer.parseInt(word));
                to = at + 1;
            }
        }

        /** A month alone is a time only when a word points at it, and it is not the verb. */
        private boolean isMeant() {
            boolean pointed = POINTING.contains(scene.word(month - 1)) && scene.isCapital(month);
            if (pointed && scene.word(month - 1).equals("last")) {
                from = month - 1;
            }
            return pointed;
        }

        private boolean isDayOfMonth(int word) {
            String written = scene.word(word);
            int end = endOfDigits(written, 0);
            if (end == 0 || end > 2) {
                return false;
            }
            String rest = written.substring(end);
            int number = Integer.parseInt(written.substring(0, end));
            return number >= 1
                    && number <= 31
                    && List.of("", "st", "nd", "rd", "th", "o", "er").contains(rest);
        }

        /** Whether only a space or a usual sign stands between a word and the next. */
        private boolean isNear(int word) {
            String between = scene.after(word);
            return between.length() <= 3
                    && between.indexOf('\n') < 0
                    && between.chars().allMatch(c -> " .,-/'".indexOf(c) >= 0);
        }
    }
}
