package health.clarion.safeguards.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Crisis.Risk;
import health.clarion.safeguards.Crisis.Who;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrisesTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    private Report report(String text) {
        return safeguards.check(Draft.of(text).withKind(Kind.MEMBER), Knowledge.empty());
    }

    private Crisis crisis(String text) {
        return report(text).crisis();
    }

    @ParameterizedTest
    @CsvSource({
        "I want to die, WRITER",
        "My brother says he wants to die, SOMEONE_ELSE",
        "Years ago I wanted to die, WRITER_BEFORE",
        "I don't want to die, DENIED",
        "The lyrics go I want to die, SONG",
        "In the novel the hero says I want to die, FICTION",
        "People who are suicidal often tell someone, PUBLIC",
        "I want a sandwich, NOBODY"
    })
    void itIsToldWhoIsAtRisk(String text, Who who) {
        assertThat(crisis(text).who()).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource({
        "I want to die, SUICIDE",
        "I cut myself again last night, SELF_HARM",
        "I make myself sick after every meal, EATING_DISORDER",
        "My husband hits me, ABUSE",
        "I took all my pills, OVERDOSE",
        "I keep hearing voices in my head, PSYCHOSIS"
    })
    void theKindOfRiskIsTold(String text, Risk risk) {
        assertThat(crisis(text).risks()).contains(risk);
    }

    @Test
    void theDecidingWordsAreMarked() {
        String text = "The garden is fine and work too. At night I want to kill myself.";
        Finding finding = report(text).of(Category.CRISIS).getFirst();
        assertThat(text.substring(finding.start(), finding.end())).isEqualTo("kill myself");
        assertThat(finding.source()).contains("C-SSRS");
    }

    @Test
    void anAlarmScoresAHalfOrMoreAndNothingElseDoes() {
        assertThat(crisis("I want to die").score()).isGreaterThanOrEqualTo(0.5);
        assertThat(crisis("I feel so lonely and hopeless").score()).isLessThan(0.5);
        assertThat(crisis("See you on Saturday")).isEqualTo(Crisis.NONE);
    }

    @Test
    void moreSignsScoreHigher() {
        assertThat(crisis("I want to die. I tried to kill myself in May and I still have a plan to end my life.")
                        .score())
                .isGreaterThan(crisis("I want to die").score());
    }

    @Test
    void oneSentenceDecidesInALongPost() {
        String calm = "We painted the kitchen and the children helped. ".repeat(200);
        assertThat(crisis(calm + "I have a plan to kill myself. " + calm).level())
                .isEqualTo(3);
    }

    @Test
    void aTimeMakesIntentImminent() {
        assertThat(crisis("I'm going to kill myself").level()).isEqualTo(3);
        assertThat(crisis("I'm going to kill myself tonight").level()).isEqualTo(4);
    }

    @Test
    void aPlanOfSomethingElseIsNone() {
        assertThat(crisis("I have a plan for the garden").level()).isZero();
        assertThat(crisis("I want to die and I have a plan").level()).isEqualTo(3);
    }

    @Test
    void anAttemptLongAgoIsGraveUnlessItIsOver() {
        assertThat(crisis("Years ago I tried to kill myself").level()).isEqualTo(3);
        assertThat(crisis("Years ago I tried to kill myself. I'm so glad I failed.")
                        .level())
                .isEqualTo(1);
    }

    @Test
    void wordsInAnotherLanguageThanTheDraftsAreHeard() {
        assertThat(crisis("ya no quiero vivir").level()).isEqualTo(2);
        assertThat(crisis("no vull viure").level()).isEqualTo(2);
    }

    @Test
    void aTeamsPostIsAnAlarmOnlyWhenItIsPlainlyACall() {
        Draft draft = Draft.of("I want to kill myself and nobody in the office knows");
        assertThat(safeguards.check(draft, Knowledge.empty()).crisis().alarm()).isTrue();
        Draft quoted = Draft.of("“I want to kill myself,” a caller said. We stayed on the line.");
        assertThat(safeguards.check(quoted, Knowledge.empty()).of(Category.CRISIS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "She wants to die, 2",
        "he says he will kill himself, 3",
        "my partner tried to die, 3",
        "she wants to kill herself tonight, 4",
        "they're going to jump, 4",
        "Ella quiere matarse, 2",
        "Dice que se va a matar, 3",
        "Dice que se va a matar esta noche, 4",
        "la meva dona vol morir, 2",
        "Diu que es matarà, 3",
        "Diu que es matarà aquesta nit, 4"
    })
    void aPronounAloneIsSomeoneElseAtRisk(String text, int level) {
        assertThat(crisis(text).who()).isEqualTo(Who.SOMEONE_ELSE);
        assertThat(crisis(text).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he killed himself in 1994",
                "Se suicidó en 1994",
                "Es va suïcidar el 1994",
                "the character wants to kill herself",
                "In the last act she wants to die",
                "La protagonista quiere matarse",
                "Police say he will kill himself if they come closer",
                "They're going to jump in the pool",
                "Van a saltar a la piscina",
                "If someone says they want to die, listen"
            })
    void newsFictionAndHistoryAreNobodyAtRisk(String text) {
        assertThat(crisis(text).alarm()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "There is no reason to wake up, 2",
        "everyone would be better off without me, 2",
        "I won't be here tomorrow, 4",
        "I'm at the bridge, 4",
        "took all my tablets an hour ago, 4",
        "I've swallowed a whole box of sleeping pills, 4"
    })
    void whatIsOnlyImpliedIsHeard(String text, int level) {
        assertThat(crisis(text).level()).isEqualTo(level);
    }

    @Test
    void smallSignsOfPreparingCountInCompanyOnly() {
        assertThat(crisis("I've written letters to the children").alarm()).isFalse();
        assertThat(crisis("I've written letters to the children and put my papers in order")
                        .level())
                .isEqualTo(3);
        assertThat(crisis("I gave my dog to my sister").alarm()).isFalse();
        assertThat(crisis("I can't go on. I gave my dog to my sister.").level()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all the paracetamol in the house, about an hour ago | 4 | WRITER",
                "An hour ago I took them, every packet of pills, the lot of it, all | 4 | WRITER",
                "Todo el paracetamol de casa, hace una hora | 4 | WRITER",
                "Tot el paracetamol de casa, fa una hora | 4 | WRITER",
                "My son has been giving his games away and telling people goodbye | 3 | SOMEONE_ELSE",
                "Took all my medication with me on holiday | 0 | NOBODY"
            })
    void wordsTogetherMeanWhatNoneMeansAlone(String text, int level, Who who) {
        assertThat(crisis(text).level()).isEqualTo(level);
        assertThat(crisis(text).who()).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my sister took a whole packet of paracetamol an hour ago what do I do | 4 | OVERDOSE",
                "mi hermana se ha tomado una caja entera de paracetamol hace una hora, qué hago | 4 | OVERDOSE",
                "la meva germana s'ha pres una capsa sencera de paracetamol fa una hora, què faig | 4 | OVERDOSE",
                "If I take 30 of my sertraline will it be enough? | 3 | SUICIDE",
                "would 30 paracetamol be enough to kill me | 3 | SUICIDE",
                "Si me tomo 30 de mis sertralinas, ¿será suficiente? | 3 | SUICIDE",
                "Si em prenc 30 de les meves sertralines, n'hi haurà prou? | 3 | SUICIDE",
                "I cut again last night, deeper this time | 3 | SELF_HARM",
                "Anoche me volví a cortar, esta vez más hondo | 3 | SELF_HARM",
                "Ahir a la nit em vaig tornar a tallar, aquest cop més profund | 3 | SELF_HARM",
                "I've not eaten in 4 days and I'm proud, down to 38kg | 2 | EATING_DISORDER",
                "No he comido en 4 días y estoy orgullosa, ya peso 38 kilos | 2 | EATING_DISORDER",
                "No he menjat en 4 dies i n'estic orgullosa, ja peso 38 quilos | 2 | EATING_DISORDER",
                "I don't want to live anymore, I've got everything ready for tonight | 4 | SUICIDE",
                "No quiero vivir más, lo tengo todo preparado para esta noche | 4 | SUICIDE",
                "No vull viure més, ho tinc tot preparat per aquesta nit | 4 | SUICIDE",
                "nobody would even notice if I was gone | 2 | SUICIDE",
                "nadie se daría ni cuenta si yo no estuviera | 2 | SUICIDE",
                "ningú ni se n'adonaria si jo no hi fos | 2 | SUICIDE"
            })
    void whatMembersWriteIsHeardAtItsLevel(String text, int level, Risk risk) {
        assertThat(crisis(text).level()).isEqualTo(level);
        assertThat(crisis(text).risks()).contains(risk);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If I take 2 ibuprofen will it be enough for the headache?",
                "If I take 30 units of insulin will it be enough?",
                "Nobody would notice if I was gone for five minutes, so I popped out for coffee",
                "I cut again the hedge and the lawn",
                "Me volví a cortar el pelo, esta vez más corto",
                "Em vaig tornar a tallar els cabells",
                "I've got everything ready for tonight, the cake and the balloons",
                "Lo tengo todo preparado para esta noche: la cena y la música",
                "Ho tinc tot preparat per aquesta nit: el sopar i la música",
                "Do you ever think of ending your life?",
                "¿Alguna vez piensas en quitarte la vida?",
                "Penses mai a treure't la vida?",
                "If you ever think of suicide, call 116 123",
                "Si alguna vez piensas en el suicidio, llama al 024",
                "Si mai penses en el suïcidi, truca al 024"
            })
    void everydayWordsQuestionsAndLeafletsStaySilent(String text) {
        assertThat(report(text).of(Category.CRISIS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I tried to end my life five years ago. Today I'm a mum and I'm so glad I'm still here.",
                "Intenté quitarme la vida hace cinco años. Hoy soy madre y me alegro tanto de seguir aquí.",
                "Vaig intentar treure'm la vida fa cinc anys. Avui soc mare i m'alegro tant de ser aquí."
            })
    void aStoryOfRecoveryIsOfThePast(String text) {
        assertThat(crisis(text).level()).isEqualTo(1);
        assertThat(crisis(text).who()).isEqualTo(Who.WRITER_BEFORE);
    }

    @Test
    void aWishOfTonightIsOfNowWhateverIsOver() {
        assertThat(crisis("Five years ago I tried to end my life and I'm glad I'm here, but tonight I want to die")
                        .level())
                .isGreaterThanOrEqualTo(Crisis.ALARM);
    }

    @Test
    void theMeaningOfWordsMovesTheScoreAndNeverTheLevel() {
        for (String text :
                List.of("I want to die", "I feel so lonely. Work is hard. My flat is cold.", "See you on Saturday")) {
            Crisis deep = Safeguards.standard(Effort.MEANING)
                    .check(Draft.of(text).withKind(Kind.MEMBER), Knowledge.empty())
                    .crisis();
            assertThat(deep.level()).isEqualTo(crisis(text).level());
            assertThat(deep.score() >= 0.5).isEqualTo(deep.alarm());
        }
    }

    @Test
    void levelAndScoreAloneStillMakeACrisis() {
        assertThat(new Crisis(3, 0.8).who()).isEqualTo(Who.WRITER);
        assertThat(new Crisis(3, 0.8).risks()).isEmpty();
    }
}
