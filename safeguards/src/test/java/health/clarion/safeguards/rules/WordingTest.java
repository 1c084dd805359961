package health.clarion.safeguards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void allThreeLanguagesSayTheSameThings() {
        Set<String> english = keys(Locale.ROOT);
        assertThat(keys(Locale.of("es"))).isEqualTo(english);
        assertThat(keys(Locale.of("ca"))).isEqualTo(english);
    }

    @Test
    void nothingIsSaidThatNoRuleSays() {
        Set<String> rules = RuleBook.standard().rules().keySet();
        assertThat(keys(Locale.ROOT))
                .allMatch(key ->
                        key.equals("instead") || rules.contains(key) || rules.contains(key.replaceFirst("\\.do$", "")));
    }

    private static Set<String> keys(Locale locale) {
        Set<String> keys = new TreeSet<>();
        for (String bundle : Wording.BUNDLES) {
            keys.addAll(ResourceBundle.getBundle(
                            bundle,
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .keySet());
        }
        return keys;
    }
}
