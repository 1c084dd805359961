package health.clarion.safeguards.access;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;

/**
 * Looks at alt text and the words on cards, captions and flashing, hashtags, emoji, capitals, letters that only look like letters,
 * drawings made of signs, long addresses and the language tag. What a text can't hold is not looked for.
 */
public final class Access implements Detector {
    private final AltText altText = new AltText();
    private final Hashtags hashtags;

    /** Takes the words of hashtags from a book. */
    public Access(RuleBook book) {
        this.hashtags = new Hashtags(book);
    }

    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        altText.look(passage, draft, hits);
        Recordings.look(draft, hits);
        Glance glance = Glance.at(passage);
        if (glance.hashtag()) {
            hashtags.look(passage, hits);
        }
        if (glance.beyondAscii()) {
            EmojiUse.look(passage, hits);
            Letters.fancy(passage, hits);
        }
        if (glance.signs()) {
            Drawings.look(passage, hits);
        }
        if (glance.capitals()) {
            Letters.capitals(passage, hits);
        }
        if (glance.address()) {
            Addresses.look(passage, draft, hits);
        }
        LanguageTag.look(passage, draft, hits);
    }
}
