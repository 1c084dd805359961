package health.clarion.safeguards.retrieval;

import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * The words of a text as they are searched by: folded, without the smallest words, cut to their stems by the Snowball stemmers
 * (M. F. Porter, BSD licence, as they come with Apache Lucene).
 */
public final class Terms {
    private static final int SHORTEST_TO_STEM = 4;
    private static final int MOST_STEMMED = 40;

    /** Words that say nothing of what a text is about: articles, pronouns, auxiliaries, prepositions; written by hand. */
    private static final Set<String> SMALL_EN = words("""
            a an the this that these those some any each i you he she it we they me him her us them my your his its our their mine yours
            is are was were be been being am do does did done doing have has had having will would shall should can could may might must
            and or but nor so if then than as of at by for from in into on onto to with without about over under up down out off
            here there when where why how what which who whom whose not no dont doesnt didnt isnt arent wasnt werent cant wont im ive
            youre its thats theres just very too also only own same such more most s t re ve ll d m rt via amp""");

    private static final Set<String> SMALL_ES = words("""
            el la los las un una unos unas lo al del de a en y e o u que se su sus mi mis tu tus nos les le me te es son era fue ser
            esta estan este estos estas ese esa eso con sin por para como mas pero si no ya muy ha han he hay cuando donde quien cual""");

    private static final Set<String> SMALL_CA = words("""
            el la els les un una uns unes lo al als del dels de a en i o que es se seu seva seus seves meu meva teu teva ens us em et
            es son era ser aquest aquesta aquests aquestes aquell amb sense per com mes pero si no ja molt ha han he hi ho quan on qui
            d l s n m t""");

    private Terms() {}

    /**
     * The terms of a text in order, each as often as it is said.
     *
     * @param language two letters; words of a language without a stemmer here stay as they are
     */
    public static List<String> of(String text, String language) {
        return of(Passage.of(text).words(), language);
    }

    /** The same of words that were cut before. */
    public static List<String> of(List<Word> words, String language) {
        Set<String> small = small(language);
        SnowballStemmer stemmer = stemmer(language);
        List<String> terms = new ArrayList<>(words.size());
        for (Word word : words) {
            if (!word.text().isEmpty() && !small.contains(word.text())) {
                terms.add(stemmer == null ? word.text() : stem(word.text(), stemmer));
            }
        }
        return terms;
    }

    private static String stem(String word, SnowballStemmer stemmer) {
        if (word.length() < SHORTEST_TO_STEM || word.length() > MOST_STEMMED || Character.isDigit(word.charAt(0))) {
            return word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static @org.jspecify.annotations.Nullable SnowballStemmer stemmer(String language) {
        return switch (language) {
            case "en" -> new EnglishStemmer();
            case "es" -> new SpanishStemmer();
            case "ca" -> new CatalanStemmer();
            default -> null;
        };
    }

    private static Set<String> small(String language) {
        return switch (language) {
            case "en" -> SMALL_EN;
            case "es" -> SMALL_ES;
            case "ca" -> SMALL_CA;
            default -> Set.of();
        };
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
