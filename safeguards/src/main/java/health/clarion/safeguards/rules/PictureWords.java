package health.clarion.safeguards.rules;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import java.util.List;
import java.util.function.Consumer;

/** Reads what pictures say, in their alt text and drawn on them, for words that stigmatise: those who hear a post read hear them too. */
public final class PictureWords implements Detector {
    private static final Span NOWHERE = new Span(0, 0);

    private final Phrases phrases;

    /** Looks for the same phrases as in the text. */
    public PictureWords(Phrases phrases) {
        this.phrases = phrases;
    }

    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        List<Picture> pictures = draft.pictures();
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            look(picture.alt(), i + 1, draft, hits);
            if (picture.card() != null) {
                look(picture.card().text(), i + 1, draft, hits);
            }
        }
    }

    private void look(String words, int number, Draft draft, Consumer<Hit> hits) {
        Passage passage = Passage.of(words);
        for (Hit hit : phrases.in(passage, draft.lang())) {
            if (Category.ofRule(hit.rule()) == Category.LANGUAGE) {
                String said = passage.slice(hit.span().start(), hit.span().end());
                hits.accept(Hit.of("language/picture", NOWHERE, String.valueOf(number), said)
                        .instead(hit.instead()));
            }
        }
    }
}
