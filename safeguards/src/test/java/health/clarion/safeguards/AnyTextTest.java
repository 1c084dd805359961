package health.clarion.safeguards;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.networks.Network;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed, in any characters: what is found lies inside the text, and looking again finds the same. */
class AnyTextTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.NAMES);

    @Property(tries = 500)
    void findingsLieInsideTheText(
            @ForAll("texts") String text,
            @ForAll("languages") String language,
            @ForAll Kind kind,
            @ForAll Network network) {
        Draft draft = Draft.of(text)
                .withLang(language)
                .withKind(kind)
                .withNetwork(network)
                .withAudienceReadingAge(9);
        Report report = safeguards.check(draft, Knowledge.empty());
        int length = text.codePointCount(0, text.length());
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.start()).as(finding.rule()).isBetween(0, length);
            assertThat(finding.end()).as(finding.rule()).isBetween(finding.start(), length);
        });
        assertThat(safeguards.check(draft, Knowledge.empty()))
                .as("looked at again")
                .isEqualTo(report);
    }

    @Property(tries = 300)
    void wordsThatSayNothingChangeNoAlarm(@ForAll("texts") String noise) {
        String text = "I want to kill myself tonight.\n" + noise.replace('"', ' ');
        Report report = safeguards.check(Draft.of(text).withKind(Kind.MEMBER), Knowledge.empty());
        assertThat(report.crisis().alarm()).as("a person should be called").isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(30);
        Arbitrary<String> typical = Arbitraries.of(
                "I want to die",
                "Mary Smith",
                "07400 123456",
                "1/1/1990",
                "NHS",
                "943 476 5919",
                "#one",
                "@a.b",
                "http://x.y",
                "k!ll",
                "s u i c i d e",
                "born",
                "Dr.",
                "l'hora",
                "café",
                "😀👩‍👩‍👧",
                "\u200B",
                "\uD83D",
                "50%",
                "vaccines cause",
                "\n");
        return Arbitraries.oneOf(any, typical, typical).list().ofMaxSize(12).map(pieces -> String.join(" ", pieces));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "es", "ca", "en-GB", "en-US", "xx", "");
    }
}
