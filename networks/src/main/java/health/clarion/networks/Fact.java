package health.clarion.networks;

import java.time.YearMonth;

/**
 * One dated thing known about a network: a row of {@code capabilities.tsv}.
 *
 * @param network whose
 * @param key what it is about, such as {@code text.max}; several facts may share a key when several limits hold at once
 * @param value the value as written
 * @param unit what the value counts
 * @param source where it was read
 * @param date when it was read there
 * @param mark how much to trust it
 */
public record Fact(Network network, String key, String value, String unit, String source, YearMonth date, Mark mark) {

    /** How much a fact is to be trusted. */
    public enum Mark {
        /** Read in official documentation. */
        DOC("doc"),
        /** Read in the source code of the network or of an open client. */
        CODE("code"),
        /** Said by third parties only. */
        THIRD_PARTY("3p"),
        /** Nobody checked it; the stricter of what is said is used. */
        UNVERIFIED("unverified");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Mark of(String word) {
            for (Mark mark : values()) {
                if (mark.word.equals(word)) {
                    return mark;
                }
            }
            throw new IllegalArgumentException("No mark is called “" + word + "”");
        }
    }

    public Fact {
        if (key.isBlank() || value.isBlank() || unit.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("A fact needs a key, a value, a unit and a source: " + network.id() + " "
                    + key + " = " + value + " " + unit + " (" + source + ")");
        }
    }

    /**
     * The value as a whole number.
     *
     * @throws NumberFormatException when it is none
     */
    long number() {
        return Long.parseLong(value.replace(",", ""));
    }

    boolean yes() {
        return value.equals("yes");
    }
}
