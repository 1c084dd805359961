package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashtagTest {

    @ParameterizedTest
    @CsvSource({
        "one open door, OneOpenDoor",
        "'  the NHS & me! ', TheNHSMe",
        "world's mental-health day 2026, WorldsMentalHealthDay2026",
        "salut i benestar, SalutIBenestar",
        "día de la salud, DíaDeLaSalud",
        "心 健康, 心健康"
    })
    void aPhraseBecomesOneHashtagWithACapitalForEachWord(String phrase, String name) {
        assertThat(Hashtag.fromPhrase(phrase).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "oneopendoor, OneOpenDoor",
        "#ONEOPENDOOR, OneOpenDoor",
        "mentalhealthawareness, MentalHealthAwareness",
        "worldcancerday2026, WorldCancerDay2026",
        "unapuertaabierta, UnaPuertaAbierta",
        "unaportaoberta, UnaPortaOberta"
    })
    void capitalsAreProposedForKnownWords(String written, String proposed) {
        assertThat(Hashtag.of(written).inCamelCase()).hasValue(new Hashtag(proposed));
        assertThat(Hashtag.of(written).needsCapitals()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OneOpenDoor", "health", "xyzzyplugh", "NHS", "2good4u"})
    void nothingIsProposedWhereThereIsNothingToSay(String written) {
        assertThat(Hashtag.of(written).inCamelCase()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "#, EMPTY",
        "2026, NO_LETTER",
        "one door, FORBIDDEN_SIGN",
        "one-door, FORBIDDEN_SIGN",
        "##door, FORBIDDEN_SIGN",
        "door💙, FORBIDDEN_SIGN",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, TOO_LONG"
    })
    void whatIsNoHashtagCannotBeBuilt(String written, Hashtag.Fault fault) {
        assertThat(Hashtag.faultIn(written)).hasValue(fault);
        assertThatThrownBy(() -> Hashtag.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSignIsNotPartOfTheName() {
        assertThat(Hashtag.of(" ＃OneOpenDoor ")).isEqualTo(new Hashtag("OneOpenDoor"));
        assertThat(new Hashtag("OneOpenDoor")).hasToString("#OneOpenDoor");
        assertThat(Hashtag.of("cafe\u0301")).isEqualTo(new Hashtag("café"));
    }

    @ParameterizedTest
    @EnumSource
    void everyNetworkFindsIt(Network network) {
        String text = "We say #" + "OneOpenDoor_2026 today";

        assertThat(Entities.find(network, text))
                .containsExactly(new Entity.Hashtag(7, 24, "#OneOpenDoor_2026", "OneOpenDoor_2026"));
    }
}
