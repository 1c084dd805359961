package health.clarion.safeguards.reading;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Reading;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Says what to change so that more people can read a text, a handful of things at most: who is told everything changes nothing. */
final class Advice {
    /** GOV.UK content design: a sentence has 25 words at most. */
    private static final int LONGEST_SENTENCE = 25;

    /** Below this an estimate says more about single words than about the text. */
    private static final int FEWEST_WORDS = 12;

    /** NHS digital service manual: a reading age of 9 to 11; an audience a little above still wants plain words. */
    private static final int PLAIN_UP_TO_AGE = 12;

    /**
     * How many years over its audience's a text may seem: our estimate errs by about a year in English, and by two or more where it comes
     * from lengths alone.
     */
    private static final int MARGIN_ENGLISH = 1;

    private static final int MARGIN_OF_FORMULAS = 2;

    /** Beyond school an age says nothing more. */
    private static final int GROWN_UP = 18;

    private static final int MOST_SENTENCES = 3;
    private static final int MOST_WORDS = 5;

    void look(Passage passage, Draft draft, Reading reading, Consumer<Hit> hits) {
        longSentences(passage, draft.language(), hits);
        if (draft.audienceReadingAge().isEmpty()) {
            return;
        }
        int wished = draft.audienceReadingAge().getAsInt();
        int margin = draft.language().equals("en") ? MARGIN_ENGLISH : MARGIN_OF_FORMULAS;
        if (reading.age() > wished + margin && passage.words().size() >= FEWEST_WORDS) {
            String words = Hardest.words(passage, draft.language());
            hits.accept(Hit.of(
                    "reading/too-hard",
                    new Span(0, passage.length()),
                    String.valueOf(Math.min(reading.age(), GROWN_UP)),
                    String.valueOf(wished),
                    words.isEmpty() ? Hardest.sentence(passage) : words));
        }
        if (wished <= PLAIN_UP_TO_AGE) {
            PlainWords.of(draft.language()).look(passage, MOST_WORDS, hits);
        }
    }

    /** The longest few, each with where it could be split. */
    private static void longSentences(Passage passage, String language, Consumer<Hit> hits) {
        List<Sentence> over = new ArrayList<>();
        for (Sentence sentence : passage.sentences()) {
            if (sentence.size() > LONGEST_SENTENCE) {
                over.add(sentence);
            }
        }
        if (over.size() > MOST_SENTENCES) {
            over.sort(Comparator.comparingInt((Sentence sentence) -> -sentence.size()));
        }
        for (Sentence sentence : over.subList(0, Math.min(MOST_SENTENCES, over.size()))) {
            Splitting splitting = Splitting.of(passage, sentence, language);
            hits.accept(Hit.of(
                    splitting.rule(),
                    passage.wordSpan(sentence.firstWord(), sentence.lastWord()),
                    String.valueOf(sentence.size()),
                    String.valueOf(LONGEST_SENTENCE),
                    splitting.before()));
        }
    }
}
