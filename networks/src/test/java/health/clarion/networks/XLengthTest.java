package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import com.twitter.twittertext.TwitterTextParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** X's weighted length: worked from the documented rules, and held against the reference library where that is right. */
class XLengthTest {

    @ParameterizedTest
    @CsvSource({
        "Hello, 5",
        "'', 0",
        "café, 4",
        "cafe\u0301, 4",
        "日本語, 6",
        "한국, 4",
        "— “quotes” ‘here’, 17",
        "… • €, 8",
        "https://example.org/a/very/long/path/that/costs/the/same, 23",
        "http://a.co, 23",
        "see example.org now, 31",
        "👍, 2",
        "👍🏽, 2",
        "👨‍👩‍👧‍👦, 2",
        "🇪🇸, 2",
        "1️⃣, 2",
        "©, 1",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿, 2"
    })
    void countsByTheDocumentedRules(String text, int weighted) {
        assertThat(weighted(text)).isEqualTo(weighted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🫱🏻‍🫲🏿", "🙂‍↔️", "🧑‍🎄"})
    void newerEmojiCountTwoThoughTheReferenceLibraryIsStale(String emoji) {
        assertThat(TwitterTextParser.parseTweet(emoji).weightedLength).isGreaterThan(2);
        assertThat(weighted(emoji)).isEqualTo(2);
    }

    @Test
    void everyEmojiOfUnicodeCountsTwo() {
        for (String emoji : new UnicodeSet().applyIntPropertyValue(UProperty.RGI_EMOJI, 1)) {
            assertThat(weighted(emoji)).as(emoji).isEqualTo(2);
            assertThat(weighted(emoji + emoji + "a")).as(emoji).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://example.org/a?b=c#d now",
                "a.b.example.co.uk/x",
                "http://example.comです",
                "日本example.com です",
                "user@example.com",
                "http://user@example.com",
                "foo.http://a.co",
                "-example.com",
                "http://foo_bar.com",
                "http://foo_bar.example.com/",
                "www.foo.com.",
                "(http://a.co/Primer_(film))",
                "http://a.co/We_(A_(B))/x)",
                "http://例え.jp/パス",
                "http://例え.テスト/",
                "t.co/abc",
                "http://a.co:8080/x?y",
                "http://a.co/?x=1&y=",
                "x http://a.co/x?! y",
                "example.com?foo=bar",
                "#example.com",
                "$example.com",
                "@example.com",
                "http://-a.com",
                "http://a-.com",
                "xn--80abc.xn--p1ai",
                "http://éxample.com/é",
                "http://a.co,http://b.co",
                "a.co,b.co",
                "file.txt",
                "readme.md",
                "1.5",
                "e.g.this",
                "hello.world",
                "http://localhost:3000",
                "HTTP://EXAMPLE.COM/",
                "Https://Example.Com?",
                "http://example.com/—x",
                "http://example.com/a–b",
                "http://example.com/привет",
                "…http://a.co",
                "नमस्ते",
                "☺ ☺️ ©️",
                "1⃣",
                "👍\ufe0f",
                "http://a.co/(",
                "http://a.co/()",
                "http://a.co/((a)(b))",
                "http://a.co/@x/",
                "test.http://a.co/b.",
                "a.com.b.com.zzzz",
                "example.com-foo",
                "example.com_foo",
                "example.comfoo",
                "example.com@foo",
                "http://example.com:foo",
                "ｈttp://a.co",
                "＠example.com",
                "example.中国",
                "http://中国.中国",
                "각 한",
                "👍\u0301",
                "Ｆｕｌｌ",
                "a\r\nb"
            })
    void agreesWithTheReferenceLibrary(String text) {
        assertThat(weighted(text)).isEqualTo(TwitterTextParser.parseTweet(text).weightedLength);
    }

    @Test
    void aPostMayBeFullButNotFuller() {
        String link = " https://example.org";

        assertThat(measure("a".repeat(256) + link).fits()).isTrue();
        assertThat(measure("日".repeat(140)).fits()).isTrue();
        assertThat(measure("日".repeat(140) + "a").cutAt()).hasValue(140);
        assertThat(measure("a".repeat(279) + "日").over()).isEqualTo(1);
    }

    @Test
    void anAddressIsNeverCutInside() {
        Measured measured = measure("a".repeat(260) + " https://example.org/abc");

        assertThat(measured.cutAt()).hasValue(261);
        assertThat(measured.over()).isEqualTo(4);
    }

    @Test
    void anAddressLongerThanXShortensCountsInFull() {
        String address = "https://example.org/" + "a".repeat(4077);

        assertThat(weighted(address)).isEqualTo(address.length());
        assertThat(weighted(address.substring(0, 4096))).isEqualTo(23);
    }

    @Test
    void theCutCountsInTheTextAsWritten() {
        assertThat(measure("e\u0301".repeat(281)).cutAt()).hasValue(560);
    }

    private static int weighted(String text) {
        return measure(text).in(Unit.WEIGHTED).orElseThrow().used();
    }

    private static Measured measure(String text) {
        return TextMeter.measure(Capabilities.of(Network.X), text, "");
    }
}
