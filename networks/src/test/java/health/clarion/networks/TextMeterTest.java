package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextMeterTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @CsvSource({
        "👨‍👩‍👧‍👦, 1",
        "नमस्ते, 3",
        "🇪🇸🇬🇧, 2",
        "🫱🏻‍🫲🏿, 1",
        "e\u0301, 1",
        "✊🏿, 1",
        "각, 1",
        "“quoted’s” — fine…, 18",
        "a💙b, 3"
    })
    void graphemesAreWhatAReaderSees(String text, int graphemes) {
        assertThat(Graphemes.count(text)).isEqualTo(graphemes);
    }

    @ParameterizedTest
    @CsvSource({"'\r\n', 1", "'\n\r', 2", "'a\r\n\u0301', 3", "'’\u0301', 1", "'\u0600a', 1", "'a\u200Db', 2"})
    void marksAndLineEndsJoinAsUnicodeSays(String text, int graphemes) {
        assertThat(Graphemes.count(text)).isEqualTo(graphemes);
    }

    @Test
    void piecewiseGraphemesEqualThoseOfTheWholeText() {
        String[] pieces = {
            "a", "é", "e\u0301", "’", "\u0301", "\r", "\n", FAMILY, "🇪", "न", "\u094D", "म", "\u200D", "©", "\uFE0F",
            "\u0600", "\uD800", "각", "1", "\u20E3", "…", "€"
        };
        var random = new java.util.Random(7);
        var whole = com.ibm.icu.text.BreakIterator.getCharacterInstance(java.util.Locale.ROOT);
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(1, 9); piece > 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            whole.setText(text.toString());
            int expected = 0;
            while (whole.next() != com.ibm.icu.text.BreakIterator.DONE) {
                expected++;
            }
            assertThat(Graphemes.count(text))
                    .as(com.ibm.icu.impl.Utility.hex(text))
                    .isEqualTo(expected);
        }
    }

    @Test
    void blueskyCountsGraphemesAndBytes() {
        assertThat(bluesky(FAMILY.repeat(100)).counts())
                .containsExactly(new Count(100, 300, Unit.GRAPHEMES), new Count(2500, 3000, Unit.UTF8_BYTES));
        assertThat(bluesky("x".repeat(300)).fits()).isTrue();
        assertThat(bluesky("x".repeat(301)).over()).isEqualTo(1);
    }

    @Test
    void blueskyRefusesManyBytesThoughTheGraphemesFit() {
        Measured measured = bluesky(FAMILY.repeat(121));

        assertThat(measured.fits()).isFalse();
        assertThat(measured.in(Unit.GRAPHEMES)).hasValue(new Count(121, 300, Unit.GRAPHEMES));
        assertThat(measured.over()).isEqualTo(25);
        assertThat(measured.tightest())
                .hasValueSatisfying(count -> assertThat(count.unit()).isEqualTo(Unit.UTF8_BYTES));
        assertThat(measured.cutAt()).hasValue(7 * 120);
    }

    @Test
    void blueskyCountsAnAddressInFull() {
        String text = "https://harbourminds.example/one-open-door";

        assertThat(bluesky(text).counts().getFirst().used()).isEqualTo(text.length());
    }

    @Test
    void theCutIsACodePointAndNeverInsideACharacterTheReaderSees() {
        assertThat(bluesky("💙".repeat(300) + "a").cutAt()).hasValue(300);
        assertThat(bluesky("a".repeat(299) + FAMILY + "b").cutAt()).hasValue(299 + 7);
        assertThat(bluesky("a".repeat(299) + FAMILY).cutAt()).isEmpty();
    }

    @Test
    void tiktokCountsUtf16AndCutsBetweenCodePoints() {
        Measured measured = measure(Network.TIKTOK, "a".repeat(2199) + "💙");

        assertThat(measured.counts()).containsExactly(new Count(2201, 2200, Unit.UTF16));
        assertThat(measured.cutAt()).hasValue(2199);
    }

    @Test
    void threadsCountsAnEmojiAsItsBytes() {
        assertThat(measure(Network.THREADS, "día 💙 " + FAMILY)
                        .counts()
                        .getFirst()
                        .used())
                .isEqualTo(4 + 4 + 1 + 25);
        assertThat(measure(Network.THREADS, "5 © 日本").counts().getFirst().used())
                .isEqualTo(6);
    }

    @Test
    void linkedInCountsAfterEscaping() {
        assertThat(measure(Network.LINKEDIN, "a(b) #c_d @e").counts().getFirst().used())
                .isEqualTo(12 + 5);
        assertThat(measure(Network.LINKEDIN, "#".repeat(1501)).cutAt()).hasValue(1500);
        assertThat(measure(Network.LINKEDIN, "\\|{}@[]()<>#*_~")
                        .counts()
                        .getFirst()
                        .used())
                .isEqualTo(30);
    }

    @Test
    void youTubeCountsBytesAndRefusesAngleBrackets() {
        assertThat(measure(Network.YOUTUBE, "é".repeat(2500)).fits()).isTrue();
        assertThat(measure(Network.YOUTUBE, "é".repeat(2500) + "a").over()).isEqualTo(1);
        Measured bracket = measure(Network.YOUTUBE, "see <here>");
        assertThat(bracket.fits()).isFalse();
        assertThat(bracket.cutAt()).hasValue(4);
        assertThat(bracket.in(Unit.ANGLE_BRACKETS)).hasValue(new Count(2, 0, Unit.ANGLE_BRACKETS));
        assertThat(TextMeter.measure(Capabilities.of(Network.YOUTUBE), Field.TITLE, "x".repeat(101))
                        .over())
                .isEqualTo(1);
    }

    @Test
    void instagramCountsHashtagsAndMentionsAndCutsBeforeTheFirstTooMany() {
        StringBuilder text = new StringBuilder();
        for (int tag = 0; tag < 31; tag++) {
            text.append("#tag").append((char) ('a' + tag % 26)).append(' ');
        }
        Measured measured = measure(Network.INSTAGRAM, text + "@one.two");

        assertThat(measured.in(Unit.HASHTAGS)).hasValue(new Count(31, 30, Unit.HASHTAGS));
        assertThat(measured.in(Unit.MENTIONS)).hasValue(new Count(1, 20, Unit.MENTIONS));
        assertThat(measured.cutAt()).hasValue(30 * 6);
        assertThat(measure(Network.INSTAGRAM, "@a ".repeat(21)).over()).isEqualTo(1);
    }

    @Test
    void xTakesOneCashtag() {
        assertThat(measure(Network.X, "$ABC and $DE").in(Unit.CASHTAGS)).hasValue(new Count(2, 1, Unit.CASHTAGS));
        assertThat(measure(Network.X, "it costs $20, US$ABC").in(Unit.CASHTAGS))
                .hasValue(new Count(0, 1, Unit.CASHTAGS));
    }

    @Test
    void facebookAndSnapchatCountUtf16() {
        assertThat(measure(Network.FACEBOOK, "💙").counts()).containsExactly(new Count(2, 63206, Unit.UTF16));
        assertThat(measure(Network.SNAPCHAT, "x".repeat(161)).cutAt()).hasValue(160);
    }

    @Test
    void aPicturesDescriptionHasItsOwnLimit() {
        Capabilities mastodon = Capabilities.of(Network.MASTODON);

        assertThat(TextMeter.measure(mastodon, Field.ALT, "💙".repeat(1500)).fits())
                .isTrue();
        assertThat(TextMeter.measure(mastodon, Field.ALT, "💙".repeat(1501)).cutAt())
                .hasValue(1500);
        assertThat(TextMeter.measure(Capabilities.of(Network.BLUESKY), Field.ALT, "x".repeat(99_999))
                        .fits())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothingWrittenFitsEverywhere(Network network) {
        assertThat(measure(network, "").fits()).isTrue();
        assertThat(measure(network, "").counts()).allMatch(count -> count.used() == 0);
    }

    private static Measured bluesky(String text) {
        return measure(Network.BLUESKY, text);
    }

    private static Measured measure(Network network, String text) {
        return TextMeter.measure(Capabilities.of(network), text, "");
    }

    @Test
    void eachUnitIsCutAtItsOwnPlace() {
        String text = "#a ".repeat(31) + "x".repeat(2300);
        Capabilities instagram = Capabilities.of(Network.INSTAGRAM);
        assertThat(TextMeter.cutAt(instagram, text, "", Unit.HASHTAGS)).hasValue(90);
        assertThat(TextMeter.cutAt(instagram, text, "", Unit.UTF16)).hasValue(2200);
        assertThat(TextMeter.cutAt(instagram, text, "", Unit.MENTIONS)).isEmpty();
        assertThat(TextMeter.cutAt(instagram, "#a", "", Unit.HASHTAGS)).isEmpty();
    }

    @Test
    void whatSurelyFitsFits() {
        String[] pieces = {
            "a",
            "é",
            "e\u0301",
            FAMILY,
            "🇪🇸",
            "健",
            "5\uFE0F\u20E3",
            " https://example.org/a ",
            " example.org ",
            " a。com ",
            "@ana ",
            "@ana@example.org ",
            "#a ",
            "＃b ",
            "$TWTR ",
            "<",
            "\uD800",
            "ﷺ",
            "\u1E9B\u0323",
            "\uFB2C",
            "\uD834\uDD60",
            "©",
            "(",
            "\n"
        };
        var random = new java.util.Random(11);
        int sure = 0;
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(1, 70); piece > 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Capabilities limits = Capabilities.of(Network.values()[round % Network.values().length]);
            if (TextMeter.surelyFits(limits, text.toString(), "a warning")) {
                sure++;
                assertThat(TextMeter.measure(limits, text.toString(), "a warning")
                                .fits())
                        .as(limits.network() + " " + text)
                        .isTrue();
            }
        }
        assertThat(sure).isPositive();
    }
}
