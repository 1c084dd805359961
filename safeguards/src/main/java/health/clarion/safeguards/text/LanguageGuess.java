package health.clarion.safeguards.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells English, Spanish and Catalan apart by their small words, which no text is without. The lists are ours, folded. Words of French,
 * Italian and Portuguese that the three don't have speak against all of them, so that those stay unknown.
 */
public final class LanguageGuess {
    private static final List<String> LANGUAGES = List.of("en", "es", "ca", "");

    /** What a small word counts, shared among the languages that have it: divisible by 2, 3 and 4. */
    private static final int WORD = 12;

    /** A language needs this many small words more than any other. */
    private static final int LEAD = 3 * WORD;

    /** And this many times as many. */
    private static final int TIMES = 2;

    private static final String ENGLISH = """
            the and of to in is are was were be been have has had with for at by from this that these those it its you your we our they
            their he she his her not but or if as an can will would should could do does did what when where who how why which there here
            more most about after before just all any some than then so up out my them us i people get don't it's you're we're i'm
            today every each because during through while into over help now new one its other also""";
    private static final String SPANISH = """
            el la los las y con para por pero es son está están muy más como cuando cuándo donde dónde también sin nos su sus tu mi yo
            nosotros ellos este esta esto estos estas hoy hay ser puede puedes podemos pueden porque así después antes ahora todavía
            siempre nunca alguien quien desde hasta del al lo le les una un unos unas que qué de en se no si sí ya a o cada todo todos
            personas gente ayuda sobre entre contra durante eres estás tienes tiene tienen hacer cómo día nuestra nuestro""";
    private static final String CATALAN = """
            el la els les i amb per però és són està estan molt més com quan on també sense ens us aquest aquesta això aquests aquestes
            avui hi ha ho fer ser pot pots podem poden perquè així després abans ara encara sempre mai algú qui des fins del dels al als lo
            una un uns unes que què de d l en es no si sí ja a o cada tot tots totes persones gent ajuda sobre entre contra durant ets
            estàs tens té tenen jo tu nosaltres seva seu seves seus teva teu meva meu nostra nostre va vam han hem cal dia""";
    private static final String OTHERS = """
            le et des est pas nous vous avec pour dans sur du je il ce cette aux sont nos mais di che non sono della gli anche questo nel
            alla piu perche um uma os as em voce nao mais isso sua seu ao pela pelo und der die das ist nicht mit""";

    /** What each small word counts for each language, a byte each, by the word's number in the {@link Lexicon}. */
    private static final int[] SHARES = shares();

    private LanguageGuess() {}

    /** The language of a passage: {@code en}, {@code es} or {@code ca}; null when the words don't say so clearly. */
    public static @Nullable String of(Passage passage) {
        int[] found = new int[LANGUAGES.size()];
        for (int word : passage.typedNumbers()) {
            int shares = word >= 0 && word < SHARES.length ? SHARES[word] : 0;
            for (int i = 0; shares != 0; i++, shares >>>= Byte.SIZE) {
                found[i] += shares & 0xFF;
            }
        }
        int best = 0;
        for (int i = 1; i < found.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        for (int i = 0; i < found.length; i++) {
            if (i != best && (found[best] - found[i] < LEAD || found[best] < TIMES * found[i])) {
                return null;
            }
        }
        return LANGUAGES.get(best).isEmpty() ? null : LANGUAGES.get(best);
    }

    private static int[] shares() {
        Map<String, Integer> languages = new HashMap<>();
        List<String> lists = List.of(ENGLISH, SPANISH, CATALAN, OTHERS);
        for (int i = 0; i < lists.size(); i++) {
            for (String word : Passage.fold(lists.get(i))) {
                languages.merge(word, 1 << i, (some, more) -> some | more);
            }
        }
        int[] shares = {};
        for (Map.Entry<String, Integer> each : languages.entrySet()) {
            int number = Lexicon.add(each.getKey());
            shares = number < shares.length ? shares : Arrays.copyOf(shares, number + 1);
            int share = WORD / Integer.bitCount(each.getValue());
            for (int i = 0; i < lists.size(); i++) {
                shares[number] |= (each.getValue() >> i & 1) * share << i * Byte.SIZE;
            }
        }
        return shares;
    }
}
