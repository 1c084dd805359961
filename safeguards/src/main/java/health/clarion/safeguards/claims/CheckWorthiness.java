package health.clarion.safeguards.claims;

import health.clarion.safeguards.meaning.Embedding;
import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How likely an English post as a whole holds a claim about health that is worth checking: words of the lists {@code worth-*} are counted,
 * and the post's meaning is compared with the sentences of the lists {@code near-*}, all written by hand.
 *
 * <p>The weights were fitted by logistic regression (ridge, both sets and both answers weighing the same) on the tuning part of the open
 * halves of CW-CURE (NUS-IDS) and CheckThat! 2022 task 1A (P. Nakov et al., CLEF 2022); one half is the threshold for both.
 */
final class CheckWorthiness {
    private static final double START = -4.25;
    private static final double LENGTH = 0.78;
    private static final double NUMBERS = -0.09;
    private static final double EXCLAIMED = 0.52;
    private static final double PANDEMIC = 0.44;
    private static final int MOST_COUNTED = 3;
    private static final String[] OF_THE_PANDEMIC = {"covid", "corona", "vaccin", "pandemic"};

    /** Words that are counted, up to three, with the weight of each. */
    private enum Counted {
        DISEASE("disease", 0.28),
        REMEDY("remedy", 1.03),
        CAUSE("cause", 0.65),
        LIFESTYLE("lifestyle", 0.59),
        STUDY("study", 0.56),
        HARM("harm", 0.28),
        PLOT("plot", 0.75),
        ACCUSATION("accusation", 1.37),
        SUPPLY("supply", -0.67),
        SELF("self", -0.18),
        YOU("you", -0.24),
        PEOPLE("people", -0.26),
        VACCINE("vaccine", -0.34);

        final String list;
        final double weight;

        Counted(String name, double weight) {
            this.list = "worth-" + name;
            this.weight = weight;
        }
    }

    /** Sentences to be near to, with the weight of the greatest cosine. */
    private enum Near {
        CURE("cure", 5.39),
        CAUSE("cause", 2.6),
        FIGURE("figure", 2.39),
        JOKE("joke", -6.59),
        PERSONAL_TALK("personal-talk", -1.08),
        POLICY("policy", 4.97),
        PLOT("plot", 1.08),
        SUPPLY("supply", -2.82),
        INVITATION("invitation", -3.43);

        final String list;
        final double weight;

        Near(String name, double weight) {
            this.list = "near-" + name;
            this.weight = weight;
        }
    }

    private final PhraseTrie<Counted> words = new PhraseTrie<>();
    private final Map<String, List<String>> lists;
    private volatile @Nullable List<List<float[]>> vectors;

    CheckWorthiness(RuleBook book) {
        lists = book.lists();
        for (Counted counted : Counted.values()) {
            for (String word : lists.getOrDefault(counted.list, List.of())) {
                words.add(word, Map.of(), counted);
            }
        }
    }

    /** 0 to 1, of a post with its vector. */
    double of(Passage passage, float[] vector) {
        double sum = START + ofShape(passage);
        int[] counts = new int[Counted.values().length];
        words.walk(passage, (counted, sentence, from, to) -> counts[counted.ordinal()]++);
        for (Counted counted : Counted.values()) {
            sum += counted.weight * Math.min(MOST_COUNTED, counts[counted.ordinal()]);
        }
        List<List<float[]>> sentences = sentences();
        for (Near near : Near.values()) {
            double nearest = -1;
            for (float[] sentence : sentences.get(near.ordinal())) {
                nearest = Math.max(nearest, Embedding.cosine(sentence, vector));
            }
            sum += near.weight * nearest;
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double ofShape(Passage passage) {
        int read = 0;
        int numbers = 0;
        for (Word word : passage.words()) {
            read += word.text().isEmpty() ? 0 : 1;
            numbers += !word.text().isEmpty() && Character.isDigit(word.text().charAt(0)) ? 1 : 0;
        }
        boolean pandemic = false;
        for (String part : OF_THE_PANDEMIC) {
            pandemic |= passage.folded().contains(part);
        }
        return LENGTH * Math.log1p(read)
                + NUMBERS * Math.min(MOST_COUNTED, numbers)
                + (passage.folded().indexOf('!') >= 0 ? EXCLAIMED : 0)
                + (pandemic ? PANDEMIC : 0);
    }

    /** The vectors of the sentences, made when first needed; the same whoever makes them. */
    private List<List<float[]>> sentences() {
        List<List<float[]>> made = vectors;
        if (made == null) {
            made = new ArrayList<>();
            for (Near near : Near.values()) {
                made.add(lists.getOrDefault(near.list, List.of()).stream()
                        .map(Embedding.standard()::of)
                        .toList());
            }
            vectors = made;
        }
        return made;
    }
}
