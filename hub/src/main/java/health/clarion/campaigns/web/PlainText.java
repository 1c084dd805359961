package health.clarion.campaigns.web;

import org.jspecify.annotations.Nullable;

/** What people typed, without characters that nobody can see or a database can't keep. */
final class PlainText {

    private PlainText() {}

    /** Several lines: line ends as {@code \n}, no other control characters, no space around; null is empty. */
    static String lines(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n]]", "").strip();
    }

    /** One line: line ends become spaces. */
    static String line(@Nullable String typed) {
        return lines(typed).replace('\n', ' ');
    }
}
