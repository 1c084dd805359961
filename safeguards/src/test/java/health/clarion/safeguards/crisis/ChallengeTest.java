package health.clarion.safeguards.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Sentences we wrote for each class of words: how many that must raise an alarm do, and how many that must not don't. Each list was
 * first run unseen by the rules, which then learnt from the classes of mistakes of the first four. Unseen, the first kept 88, 91 and
 * 94 % of alarms in English, Spanish and Catalan and 98, 98 and 100 % of silences; the second, written to be harder, 63, 86 and 83 %,
 * and 95, 97 and 96 %; the third, with much that is only implied, 51, 42 and 40 %, and 90, 93 and 93 %; the fourth, put obliquely on
 * purpose, 29, 18 and 20 %, and 85, 95 and 97 %; the fifth, as oblique and never learnt from, 20, 17 and 20 %, and 87, 97 and 97 %.
 */
class ChallengeTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    @ParameterizedTest(name = "{0}: {1} that must be {2}, at least {3} %")
    @CsvSource({
        "challenge, en, alarm, 98",
        "challenge, es, alarm, 98",
        "challenge, ca, alarm, 98",
        "challenge, en, silent, 98",
        "challenge, es, silent, 98",
        "challenge, ca, silent, 98",
        "second, en, alarm, 90",
        "second, es, alarm, 95",
        "second, ca, alarm, 95",
        "second, en, silent, 97",
        "second, es, silent, 97",
        "second, ca, silent, 97",
        "third, en, noticed, 95",
        "third, es, noticed, 95",
        "third, ca, noticed, 95",
        "third, en, alarm, 97",
        "third, es, alarm, 97",
        "third, ca, alarm, 97",
        "third, en, silent, 98",
        "third, es, silent, 98",
        "third, ca, silent, 98",
        "fourth, en, noticed, 90",
        "fourth, es, noticed, 90",
        "fourth, ca, noticed, 85",
        "fourth, en, alarm, 85",
        "fourth, es, alarm, 85",
        "fourth, ca, alarm, 85",
        "fourth, en, silent, 98",
        "fourth, es, silent, 98",
        "fourth, ca, silent, 98",
        "fifth, en, silent, 86",
        "fifth, es, silent, 96",
        "fifth, ca, silent, 96",
    })
    void eachLanguageKeepsItsFigures(String file, String lang, String must, int atLeast) throws IOException {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, List<String>> kind : sentences(file, lang, must).entrySet()) {
            for (String text : kind.getValue()) {
                all++;
                if (!isAsItMust(must, level(text, lang, kind.getKey()))) {
                    missed.add(kind.getKey() + ": " + text);
                }
            }
        }
        int percent = 100 * (all - missed.size()) / all;
        assertThat(percent)
                .as("%s of %d, missed:%n%s", percent, all, String.join("\n", missed))
                .isGreaterThanOrEqualTo(atLeast);
    }

    private static boolean isAsItMust(String must, int level) {
        return switch (must) {
            case "alarm" -> level >= Crisis.ALARM;
            case "noticed" -> level > 0;
            default -> level < Crisis.ALARM;
        };
    }

    private int level(String text, String lang, String kind) {
        Draft draft = Draft.of(text.replace("\\u200B", "\u200B"))
                .withLang(lang)
                .withKind(kind.equals("staff") ? Kind.STAFF : Kind.MEMBER);
        return safeguards.check(draft, Knowledge.empty()).crisis().level();
    }

    private static Map<String, List<String>> sentences(String file, String lang, String must) throws IOException {
        try (InputStream in = ChallengeTest.class.getResourceAsStream(file + ".yaml")) {
            Map<String, Map<String, Map<String, List<String>>>> all = new Yaml().load(in);
            return all.get(lang).get(must);
        }
    }
}
