package health.clarion.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = words();

    @Test
    void everyLanguageHasTheSameWords() {
        for (Locale language : Words.LANGUAGES) {
            assertThat(words.keys(language))
                    .as("words in %s", language)
                    .containsExactlyInAnyOrderElementsOf(words.keys(Locale.ENGLISH));
        }
    }

    @Test
    void everyMessageIsAPatternThatCanBeFilledIn() {
        for (Locale language : Words.LANGUAGES) {
            for (String key : words.keys(language)) {
                assertThat(words.of(language, key, 1, 2, 3, 4, 5)).as(key).isNotBlank();
            }
        }
    }

    @Test
    void anUnknownLanguageReadsEnglish() {
        assertThat(words.of(Locale.forLanguageTag("fr"), "ui.skip")).isEqualTo("Skip to the page");
        assertThat(Words.closest(Locale.forLanguageTag("ca-ES"))).isEqualTo(Locale.forLanguageTag("ca"));
    }

    private static Words words() {
        try {
            return new Words();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
