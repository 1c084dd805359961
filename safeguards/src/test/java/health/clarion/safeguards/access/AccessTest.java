package health.clarion.safeguards.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.text.LanguageGuess;
import health.clarion.safeguards.text.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    private List<Finding> found(Draft draft) {
        return safeguards.check(draft, Knowledge.empty()).of(Category.ACCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🇪🇸 🇬🇧 🇫🇷", "👨‍👩‍👧‍👦👩🏽‍⚕️🏳️‍🌈", "✊🏿✊🏻✊🏽"})
    void aFlagOrFamilyOrSkinToneIsOneEmoji(String three) {
        assertThat(found(Draft.of("Thank you " + three))).isEmpty();
    }

    @Test
    void aRunOfEmojiIsMarkedWhereItStands() {
        Finding finding = found(Draft.of("We did it 🎉🎉🎉🎉 today")).getFirst();
        assertThat(finding.rule()).isEqualTo("access/emoji-run");
        assertThat(finding.start()).isEqualTo(10);
        assertThat(finding.end()).isEqualTo(14);
        assertThat(finding.message()).contains("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"© 2026 Harbour Minds ® and ™", "A – dash — and “quotes”…", "日本語の文です", "É això, oi?"})
    void ordinarySignsAndScriptsAreNoEmoji(String text) {
        assertThat(found(Draft.of(text).withLang("xx"))).isEmpty();
    }

    @Test
    void altTextThatRepeatsThePostInOtherCaseStillRepeatsIt() {
        Draft draft = Draft.of("Our walk starts at NINE!")
                .withPictures(List.of(new Picture("a.png", "our walk starts at nine")));
        assertThat(found(draft)).extracting(Finding::rule).containsExactly("access/alt-repeats-text");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'If you can’t sleep, you are not the only one: here is what helps.'",
        "es, 'Si no puedes dormir, no eres la única persona: esto es lo que ayuda.'",
        "ca, 'Si no pots dormir, no ets l’única persona: això és el que ajuda.'"
    })
    void theLanguageOfASentenceIsToldByItsSmallWords(String language, String text) {
        assertThat(LanguageGuess.of(Passage.of(text))).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#OneOpenDoor",
                "Hola!",
                "Ich bin heute nicht da und das ist gut.",
                "Não estou só, e você também não está. Isso é bom para os dois.",
                "Questa sera non sono a casa, ma la porta è aperta per gli amici.",
                "Vous n’êtes pas seul et nous sommes là pour vous avec des amis."
            })
    void whatIsNoneOfTheThreeOrTooShortStaysUnknown(String text) {
        assertThat(LanguageGuess.of(Passage.of(text))).isNull();
    }
}
