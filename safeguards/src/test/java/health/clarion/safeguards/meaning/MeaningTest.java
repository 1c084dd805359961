package health.clarion.safeguards.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeaningTest {
    private static float[] meaning(String text) {
        float[] vector = Meaning.of(text, "en").vector();
        assertThat(vector).isNotNull();
        return vector;
    }

    @Test
    void theAddressOfAPageSaysNothingAboutWhatATextMeans() {
        float[] bare = meaning("Wash your hands before meals.");
        assertThat(meaning("Wash your hands before meals. https://example.org/a/long/way?to=it"))
                .isEqualTo(bare);
        assertThat(meaning("Wash your hands http://example.org before meals.")).isEqualTo(bare);
    }

    @Test
    void aTextOfAddressesOnlyAndAWordLikeOneKeepTheirMeaning() {
        assertThat(meaning("https://example.org/vaccines")).isNotEqualTo(meaning(""));
        assertThat(meaning("httpd is a web server")).isNotEqualTo(meaning("is a web server"));
    }

    @Test
    void otherLanguagesHaveNone() {
        assertThat(Meaning.of("Lávate las manos.", "es").vector()).isNull();
    }
}
