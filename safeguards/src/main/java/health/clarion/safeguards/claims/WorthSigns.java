package health.clarion.safeguards.claims;

import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.List;
import java.util.Map;

/** Counts in an English text what {@link WorthSign} names. */
final class WorthSigns {
    /** What is said more often than this counts no more. */
    private static final int MOST_COUNTED = 3;

    private static final int SHORTEST_SHOUTED = 4;

    private final PhraseTrie<WorthSign> words = new PhraseTrie<>();

    WorthSigns(RuleBook book) {
        for (WorthSign sign : WorthSign.values()) {
            for (String word : book.lists().getOrDefault("worth-" + sign.id(), List.of())) {
                words.add(word, Map.of(), sign);
            }
        }
    }

    /**
     * What was counted.
     *
     * @param values of each sign
     * @param ofVaccines whether the text is about the pandemic or vaccines, and no other illness is named
     */
    record Counted(double[] values, boolean ofVaccines) {
        double of(WorthSign sign) {
            return values[sign.ordinal()];
        }
    }

    Counted in(Passage passage) {
        double[] values = new double[WorthSign.values().length];
        words.walk(passage, (sign, sentence, from, to) -> count(sign, values));
        boolean pandemic = readWords(passage, values);
        readMarks(passage, values);
        boolean named = values[WorthSign.DISEASE.ordinal()] > 0;
        double disease = named || values[WorthSign.SICKNESS.ordinal()] > 0 ? 1 : 0;
        double remedy = values[WorthSign.REMEDY.ordinal()] + values[WorthSign.EFFECT.ordinal()];
        values[WorthSign.DISEASE_AND_REMEDY.ordinal()] = disease * Math.min(1, remedy);
        values[WorthSign.DISEASE_AND_CAUSE.ordinal()] = disease * Math.min(1, values[WorthSign.CAUSE.ordinal()]);
        return new Counted(values, !named && (pandemic || values[WorthSign.VACCINE.ordinal()] > 0));
    }

    private static void count(WorthSign sign, double[] values) {
        values[sign.ordinal()] = Math.min(MOST_COUNTED, values[sign.ordinal()] + 1);
    }

    /** Looks at how long the text is and what its words name; tells whether one names the pandemic. */
    private static boolean readWords(Passage passage, double[] values) {
        int read = 0;
        boolean pandemic = false;
        for (Word word : passage.words()) {
            String text = word.text();
            if (text.isEmpty()) {
                continue;
            }
            read++;
            if (Character.isDigit(text.charAt(0))) {
                count(WorthSign.NUMBERS, values);
            } else if (isShouted(passage, word)) {
                count(WorthSign.SHOUTED, values);
            }
            if (text.contains("vaccin")) {
                values[WorthSign.VACCINE.ordinal()] = 1;
            }
            pandemic |= text.contains("covid")
                    || text.contains("coronavirus")
                    || text.contains("pandemic")
                    || text.equals("corona");
        }
        values[WorthSign.LENGTH.ordinal()] = Math.log1p(read);
        return pandemic;
    }

    private static boolean isShouted(Passage passage, Word word) {
        if (word.end() - word.start() < SHORTEST_SHOUTED) {
            return false;
        }
        for (int at = word.start(); at < word.end(); at++) {
            if (!Character.isUpperCase(passage.codePointOf(at))) {
                return false;
            }
        }
        return true;
    }

    private static void readMarks(Passage passage, double[] values) {
        String folded = passage.folded();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            switch (c) {
                case '#' -> count(WorthSign.HASHTAGS, values);
                case '%' -> values[WorthSign.PERCENT.ordinal()] = 1;
                case '!' -> values[WorthSign.EXCLAIMED.ordinal()] = 1;
                case '"', '“' -> values[WorthSign.QUOTED.ordinal()] = 1;
                case ':' -> {
                    if (folded.startsWith("://", i)) {
                        count(WorthSign.ADDRESSES, values);
                    }
                }
                default -> {}
            }
        }
        values[WorthSign.REPLY.ordinal()] = folded.startsWith("@") ? 1 : 0;
        values[WorthSign.BEGINS_WITH_SELF.ordinal()] = beginsWithSelf(passage.words()) ? 1 : 0;
    }

    private static boolean beginsWithSelf(List<Word> words) {
        return !words.isEmpty()
                && switch (words.getFirst().text()) {
                    case "i", "im", "ive", "my" -> true;
                    default -> false;
                };
    }
}
