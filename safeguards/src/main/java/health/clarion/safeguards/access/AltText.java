package health.clarion.safeguards.access;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Whether each picture is described, usefully, with the words on it, and whether those can be read. */
final class AltText {
    private static final Span NOWHERE = new Span(0, 0);

    /** Fewer words seldom say what a picture shows and why it is there. */
    private static final int FEWEST_WORDS = 3;

    /** Longer ones belong beside the picture, for everyone: a screen reader can't pause or go back within alt text. */
    private static final int LONGEST = 500;

    /** So many in a hundred of the post's words make alt text a repetition. */
    private static final int SAME = 90;

    /** So many in a hundred of a card's longer words have to be in the alt text or the post. */
    private static final int TOLD = 60;

    private static final int LONG_WORD = 3;

    /** WCAG 2.2, success criterion 1.4.3: words of usual size, and large ones. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final double LEAST_CONTRAST_LARGE = 3;

    private static final Set<String> EMPTY_WORDS = Set.of(
            "image",
            "picture",
            "photo",
            "photograph",
            "graphic",
            "screenshot",
            "img",
            "alt",
            "alt text",
            "untitled",
            "logo",
            "banner",
            "poster",
            "flyer",
            "infographic",
            "diagram",
            "chart",
            "icon",
            "thumbnail",
            "gif",
            "meme",
            "card",
            "imagen",
            "foto",
            "fotografia",
            "imatge",
            "grafico",
            "grafic",
            "captura",
            "captura de pantalla",
            "cartel",
            "cartell",
            "infografia",
            "icono",
            "icona",
            "sin titulo",
            "sense titol",
            "texto alternativo",
            "text alternatiu");
    private static final List<String> SAYS_IT_IS_A_PICTURE = starts(
            "{,a ,an ,the ,this }{image,picture,photo,photograph,graphic,screenshot,pic} {of,showing,shows}",
            "{,una ,la }{imagen,foto,fotografia} {de,del,que muestra}",
            "{,un }{grafico,dibujo} {de,del}",
            "{,una ,la }{imatge,foto,fotografia} {de,del,d',que mostra}");

    void look(Passage passage, Draft draft, Consumer<Hit> hits) {
        List<Picture> pictures = draft.pictures();
        if (pictures.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            String at = String.valueOf(i + 1);
            Passage alt = Passage.of(picture.alt().strip());
            String folded = alt.folded().strip();
            alt(picture, alt, folded, passage, at, hits);
            if (!folded.isEmpty() && !seen.add(folded)) {
                hits.accept(Hit.of("access/alt-same", NOWHERE, at));
            }
            card(picture, alt, passage, at, hits);
        }
    }

    private static void alt(Picture picture, Passage alt, String folded, Passage post, String at, Consumer<Hit> hits) {
        if (folded.isEmpty()) {
            hits.accept(Hit.of("access/alt-missing", NOWHERE, at));
        } else if (isEmpty(folded) || isFileName(folded, picture.name())) {
            hits.accept(Hit.of("access/alt-useless", NOWHERE, at, picture.alt().strip()));
        } else if (repeats(alt, post)) {
            hits.accept(Hit.of("access/alt-repeats-text", NOWHERE, at));
        } else if (SAYS_IT_IS_A_PICTURE.stream().anyMatch(folded::startsWith)) {
            hits.accept(Hit.of("access/alt-image-of", NOWHERE, at));
        } else if (alt.words().size() < FEWEST_WORDS) {
            hits.accept(Hit.of("access/alt-short", NOWHERE, at));
        } else if (alt.length() > LONGEST) {
            hits.accept(Hit.of("access/alt-long", NOWHERE, at, String.valueOf(alt.length())));
        }
    }

    /** Says no more than that there is a picture, perhaps with its number. */
    private static boolean isEmpty(String folded) {
        int end = folded.length();
        while (end > 0 && !Character.isLetter(folded.charAt(end - 1))) {
            end--;
        }
        return end == 0 || EMPTY_WORDS.contains(folded.substring(0, end));
    }

    private static boolean isFileName(String alt, String name) {
        String file = name.toLowerCase(Locale.ROOT);
        int dot = file.lastIndexOf('.');
        boolean same = !file.isEmpty() && (alt.equals(file) || dot > 0 && alt.equals(file.substring(0, dot)));
        return same || alt.indexOf(' ') < 0 && (endsAsFile(alt) || isCameraName(alt));
    }

    private static boolean endsAsFile(String alt) {
        int dot = alt.lastIndexOf('.');
        return dot > 0
                && Set.of("jpg", "jpeg", "png", "gif", "webp", "heic", "svg", "tif", "tiff", "bmp", "avif")
                        .contains(alt.substring(dot + 1));
    }

    /** As cameras and programs name files: IMG_2034, DSC00123, Screenshot_2026-11-01. */
    private static boolean isCameraName(String alt) {
        boolean named = alt.startsWith("img")
                || alt.startsWith("dsc")
                || alt.startsWith("pxl")
                || alt.startsWith("screenshot")
                || alt.startsWith("untitled");
        return named && alt.chars().anyMatch(Character::isDigit);
    }

    private static boolean repeats(Passage alt, Passage post) {
        if (post.words().isEmpty() || alt.words().isEmpty()) {
            return false;
        }
        Set<String> said = texts(post, 1);
        Set<String> again = texts(alt, 1);
        long shared = again.stream().filter(said::contains).count();
        return shared * 100 >= (long) SAME * again.size() && shared * 100 >= (long) SAME * said.size();
    }

    private static void card(Picture picture, Passage alt, Passage post, String at, Consumer<Hit> hits) {
        Picture.Card card = picture.card();
        if (card == null) {
            return;
        }
        Set<String> drawn = texts(Passage.of(card.text()), LONG_WORD);
        Set<String> told = texts(alt, LONG_WORD);
        told.addAll(texts(post, LONG_WORD));
        long read = drawn.stream().filter(told::contains).count();
        if (read * 100 < (long) TOLD * drawn.size()) {
            hits.accept(Hit.of("access/card-text", NOWHERE, at));
        }
        if (card.ink() != null && card.paper() != null) {
            double ratio = Contrast.between(card.ink(), card.paper());
            double least = card.large() ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST;
            if (ratio < least) {
                hits.accept(Hit.of("access/contrast", NOWHERE, at, shown(ratio), shown(least)));
            }
        }
    }

    /** Rounded down, so that a ratio that is too low never looks enough. */
    private static String shown(double ratio) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(ratio * 10) / 10);
    }

    private static Set<String> texts(Passage passage, int shortest) {
        Set<String> texts = new HashSet<>();
        for (Word word : passage.words()) {
            if (word.text().length() >= shortest) {
                texts.add(word.text());
            }
        }
        return texts;
    }

    /** Each choice of {a,b} in turn, with a blank after it. */
    private static List<String> starts(String... patterns) {
        return java.util.Arrays.stream(patterns)
                .flatMap(pattern -> choices(pattern).stream())
                .map(start -> start.endsWith("'") ? start : start + " ")
                .toList();
    }

    private static List<String> choices(String pattern) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return List.of(pattern);
        }
        int close = pattern.indexOf('}', open);
        List<String> all = new java.util.ArrayList<>();
        for (String choice : pattern.substring(open + 1, close).split(",", -1)) {
            choices(pattern.substring(0, open) + choice + pattern.substring(close + 1))
                    .forEach(all::add);
        }
        return all;
    }
}
