package health.clarion.posts;

import org.jspecify.annotations.Nullable;

/** What people type and paste, made storable: no control characters, one kind of line break, whole characters only. */
final class Typed {

    private Typed() {}

    /** Several lines: line breaks and tabs stay, white space at the end goes. */
    static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(codePoint -> {
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD'); // half a character: what it becomes on the wire
            } else if (codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint)) {
                clean.appendCodePoint(codePoint);
            }
        });
        return clean.toString().stripTrailing();
    }

    /** One line. */
    static String line(@Nullable String typed) {
        return text(typed).replace('\n', ' ').replace('\t', ' ').strip();
    }
}
