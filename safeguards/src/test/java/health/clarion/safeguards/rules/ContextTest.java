package health.clarion.safeguards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are told where they are used, and left alone where they are named, warned against, or mean something else. */
class ContextTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    private List<Finding> told(String text, String lang) {
        return safeguards
                .check(Draft.of(text).withLang(lang), Knowledge.empty())
                .of(Category.LANGUAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A panic attack can feel like a heart attack. Breathe out slowly.",
                "Insomnia is common after childbirth, and it can be treated.",
                "Binge-eating disorder, bulimia and anorexia can affect anyone.",
                "Schizophrenia affects about one person in a hundred.",
                "Bipolar disorder often begins in early adulthood.",
                "During an asthma attack, sit up straight and use the blue inhaler.",
                "The addiction service at the harbour is open on Saturdays.",
                "Psychosis: early help works. Psychotic symptoms can include hearing voices.",
                "OCD is more than washing hands.",
                "Depression, anxiety and PTSD are health conditions like any other.",
                "ADHD and autism often come together.",
                "A diabetic eye screening takes half an hour.",
                "Gestational diabetes usually goes away after birth.",
                "Alcohol-free drinks are at the bar.",
                "The senior nurse and the senior consultant will answer questions.",
                "Wash your hands with clean water and keep the wound clean.",
                "Drug resistance is rising, and new drugs are needed.",
                "Suicide is preventable. Samaritans listen, day and night, on 116 123.",
                "World Suicide Prevention Day is on 10 September.",
                "She is living with HIV and takes one tablet a day.",
                "Overdose deaths can be prevented with naloxone.",
                "Obesity is a chronic condition with many causes.",
                "Weight is one number among many.",
                "The trial was double blind, and the test was blind too.",
                "He turned a blind eye to the noise.",
                "We fight for better cancer care.",
                "The flu season starts early; the vaccine is free.",
                "Fit and healthy at seventy: join the walking group.",
                "Dementia-friendly swimming on Mondays.",
                "He was born with a cleft lip and palate."
            })
    void aHealthTextInPlainClinicalWordsStaysSilent(String text) {
        assertThat(told(text, "en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Blind Veterans UK opens a centre in Wales.",
                "The Royal National Institute of the Blind was its name for decades.",
                "Alcoholics Anonymous and Narcotics Anonymous meet here.",
                "Research by the National Institute on Drug Abuse shows it.",
                "The Handicapped Children's Action Group was founded in 1981.",
                "The Journal of Substance Abuse Treatment has the paper.",
                "The National Association for Birth Defects Research met.",
                "The National Council on Alcoholism and Drug Dependence wrote first."
            })
    void namesOfOrganisationsAndJournalsStaySilent(String text) {
        assertThat(told(text, "en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please don't say “committed suicide”.",
                "Why the word “junkie” hurts.",
                "“Psycho”, “lunatic” and “schizo” are not diagnoses.",
                "We asked what ‘mentally ill’ means to you.",
                "Say person with diabetes instead of a diabetic.",
                "Never call people addicts.",
                "We listened to “Crazy” by Patsy Cline.",
                "The film Psycho is shown on Friday.",
                "The new season of “The Lunatic Express” starts today."
            })
    void wordsThatAreWarnedAgainstAndTitlesStaySilent(String text) {
        assertThat(told(text, "en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said “she committed suicide on Monday and nobody knew”.",
                "Drug Abuse is rising in our town.",
                "The Addicts next door need help.",
                "A LUNATIC DID THIS"
            })
    void aQuotationOrACapitalIsNoExcuse(String text) {
        assertThat(told(text, "en")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, disabled people",
        "en-GB, disabled people",
        "en-US, people with disabilities",
        "en-us, people with disabilities",
        "en-AU, disabled people"
    })
    void theWordsProposedAreThoseOfTheRegion(String lang, String words) {
        assertThat(told("A lift for the disabled.", lang))
                .singleElement()
                .satisfies(finding -> assertThat(finding.instead()).isEqualTo(words));
    }

    @Test
    void aTermOfOneRegionIsOnlyToldThere() {
        assertThat(told("Captions for hearing-impaired viewers.", "en-US")).isNotEmpty();
        assertThat(told("Captions for hearing-impaired viewers.", "en-GB")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She weighed 41kg.",
                "She weighed 41 kilos.",
                "A BMI of 15.",
                "Only 1,200 calories a day.",
                "I was 7st."
            })
    void numbersAreToldOnlyInPostsAboutEatingDisorders(String text) {
        assertThat(told(text, "en")).isEmpty();
        assertThat(told(text + " #EatingDisorders", "en"))
                .extracting(Finding::rule)
                .containsExactly("language/eating-numbers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un ataque de pánico no es un infarto, aunque lo parezca.",
                "El insomnio tiene tratamiento.",
                "La esquizofrenia afecta a una de cada cien personas.",
                "El trastorno bipolar se puede tratar.",
                "Tiene diabetes tipo 2 y sale a caminar cada día.",
                "Las personas mayores pueden vacunarse sin cita.",
                "Murió por suicidio. Si lo necesitas, llama al 024.",
                "Las personas con VIH viven muchos años.",
                "Evita decir «enfermo mental».",
                "La depresión posparto es frecuente, y hay ayuda."
            })
    void enEspanolUnTextoDeSaludNoDaAvisos(String text) {
        assertThat(told(text, "es")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un atac de pànic no és un infart, encara que ho sembli.",
                "L'insomni té tractament.",
                "L'esquizofrènia afecta una de cada cent persones.",
                "El trastorn bipolar es pot tractar.",
                "Té diabetis tipus 2 i surt a caminar cada dia.",
                "La gent gran es pot vacunar sense cita.",
                "Va morir per suïcidi. Si ho necessites, truca al 024.",
                "Les persones amb VIH viuen molts anys.",
                "Evita dir «malalt mental».",
                "La depressió postpart és freqüent, i hi ha ajuda."
            })
    void enCatalaUnTextDeSalutNoDonaAvisos(String text) {
        assertThat(told(text, "ca")).isEmpty();
    }
}
