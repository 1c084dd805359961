package health.clarion.safeguards.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Dates of birth: a full date that exists, from 1900 on, right after words that say someone was born. Earlier ones belong to history.
 */
final class BirthDates {
    private static final int REACH = 48;
    private static final int FIRST_YEAR = 1900;

    private static final Set<String> CUES = Set.of(
            "born",
            "birth",
            "dob",
            "birthday",
            "nacio",
            "nacida",
            "nacido",
            "nacimiento",
            "neixer",
            "nascuda",
            "nascut",
            "naixement");

    private static final List<String> MONTHS = List.of(
            "jan|ene|gen",
            "feb",
            "mar",
            "apr|abr",
            "may|mai",
            "jun",
            "jul",
            "aug|ago",
            "sep|set",
            "oct",
            "nov",
            "dec|dic|des");
    private static final Pattern NUMERIC = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})\\b");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")\\p{L}*";
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of| de| d')? ?" + MONTH + ",?(?: de| del|) ?(\\d{4})\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");

    void look(Passage passage, Consumer<Hit> hits) {
        String text = passage.folded();
        int from = 0;
        for (Word word : passage.words()) {
            if (word.start() >= from && isCue(word, text)) {
                int end = Math.min(text.length(), word.end() + REACH);
                String window = text.substring(word.end(), end);
                from = hasDigit(window) ? tell(passage, window, word.end(), hits) : word.end();
            }
        }
    }

    private static boolean isCue(Word word, String text) {
        return CUES.contains(word.text()) || word.text().equals("d") && text.startsWith("d.o.b", word.start());
    }

    private static boolean hasDigit(String window) {
        return window.chars().anyMatch(Character::isDigit);
    }

    /** Tells the first date in a window and where it ends, or -1. */
    private static int tell(Passage passage, String window, int offset, Consumer<Hit> hits) {
        for (Pattern pattern : List.of(ISO, NUMERIC, DAY_FIRST, MONTH_FIRST)) {
            Matcher date = pattern.matcher(window);
            if (date.find() && exists(pattern, date)) {
                hits.accept(Hit.of("privacy/birth-date", passage.span(offset + date.start(), offset + date.end())));
                return offset + date.end();
            }
        }
        return -1;
    }

    private static boolean exists(Pattern pattern, Matcher date) {
        if (pattern == ISO) {
            return exists(number(date.group(1)), number(date.group(2)), number(date.group(3)));
        }
        if (pattern == NUMERIC) {
            int first = number(date.group(1));
            int second = number(date.group(2));
            int year = number(date.group(3));
            int full = year < 100 ? FIRST_YEAR + year : year;
            return exists(full, second, first) || exists(full, first, second);
        }
        boolean dayFirst = pattern == DAY_FIRST;
        int day = number(date.group(dayFirst ? 1 : 2));
        int month = month(date.group(dayFirst ? 2 : 1));
        return exists(number(date.group(3)), month, day);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (List.of(MONTHS.get(i).split("\\|")).contains(name)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() >= FIRST_YEAR;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
