package health.clarion.safeguards.access;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at alt text, hashtags, emoji, capitals, letters that only look like letters, and the words of links. */
public final class Access implements Detector {
    private final Writing writing = new Writing();
    private final Hashtags hashtags;

    /** Takes the words of hashtags from a book. */
    public Access(RuleBook book) {
        this.hashtags = new Hashtags(book);
    }

    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        for (int i = 0; i < draft.pictures().size(); i++) {
            alt(draft.pictures().get(i), i + 1, draft, hits);
        }
        writing.look(passage, hits);
        hashtags.look(passage, hits);
    }

    private static final Set<String> EMPTY_WORDS = Set.of(
            "image",
            "picture",
            "photo",
            "graphic",
            "screenshot",
            "img",
            "alt",
            "alt text",
            "untitled",
            "imagen",
            "foto",
            "fotografia",
            "imatge",
            "grafico",
            "grafic",
            "captura");
    private static final List<String> SAYS_IT_IS_A_PICTURE = List.of(
            "image of",
            "picture of",
            "photo of",
            "photograph of",
            "graphic of",
            "a photo of",
            "an image of",
            "a picture of",
            "imagen de",
            "foto de",
            "fotografia de",
            "imatge de",
            "una foto de",
            "una imagen de",
            "una imatge de");

    private static void alt(Picture picture, int number, Draft draft, Consumer<Hit> hits) {
        String alt = folded(picture.alt());
        String at = String.valueOf(number);
        Span nowhere = new Span(0, 0);
        if (alt.isEmpty()) {
            hits.accept(Hit.of("access/alt-missing", nowhere, at));
        } else if (EMPTY_WORDS.contains(alt) || isFileName(alt, picture.name())) {
            hits.accept(Hit.of("access/alt-useless", nowhere, at, picture.alt().strip()));
        } else if (alt.equals(folded(draft.text()))) {
            hits.accept(Hit.of("access/alt-repeats-text", nowhere, at));
        } else if (SAYS_IT_IS_A_PICTURE.stream().anyMatch(start -> alt.startsWith(start + " "))) {
            hits.accept(Hit.of("access/alt-image-of", nowhere, at));
        }
    }

    private static boolean isFileName(String alt, String name) {
        String file = name.toLowerCase(Locale.ROOT);
        int dot = file.lastIndexOf('.');
        boolean same = !file.isEmpty() && (alt.equals(file) || dot > 0 && alt.equals(file.substring(0, dot)));
        return same || alt.indexOf(' ') < 0 && alt.matches("[^ ]{1,200}\\.(jpe?g|png|gif|webp|heic)");
    }

    private static String folded(String words) {
        return Passage.of(words).folded().strip();
    }
}
