package health.clarion.safeguards.claims;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as fact-checks and shared posts write them: {@code 2020-01-14}, {@code 14 January 2020}, {@code January 14, 2020}. */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int ISO_LENGTH = 10;
    private static final int LONGEST = 40;

    private Dates() {}

    /** The day that a text is, or null when it is none. A time after an ISO day is left out. */
    static @Nullable LocalDate read(@Nullable String text) {
        if (text == null || text.isBlank() || text.strip().length() > LONGEST) {
            return null;
        }
        String day = text.strip();
        try {
            if (day.length() >= ISO_LENGTH && day.charAt(4) == '-' && day.charAt(7) == '-') {
                return LocalDate.parse(day.substring(0, ISO_LENGTH));
            }
            return spelled(day);
        } catch (DateTimeException | NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable LocalDate spelled(String day) {
        int month = 0;
        List<Integer> numbers = new ArrayList<>();
        for (String part : day.replace(',', ' ').replace('.', ' ').strip().split("\\s+")) {
            if (Character.isDigit(part.charAt(0))) {
                numbers.add(Integer.parseInt(part));
            } else if (part.length() >= 3) {
                month = MONTHS.indexOf(part.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
            }
        }
        return month == 0 || numbers.size() != 2 ? null : LocalDate.of(numbers.get(1), month, numbers.get(0));
    }
}
