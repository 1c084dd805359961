package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no entities here                       | ''
            @alice.example.com                     | @alice.example.com
            (@alice.example.com)                   | @alice.example.com
            @alice.test, @bob.example.com.         | @alice.test @bob.example.com
            @alice                                 | ''
            mail@alice.example.com                 | ''
            @alice.notatld                         | ''
            start https://middle.com/foo end       | https://middle.com/foo
            https://foo.com/bar.                   | https://foo.com/bar
            (https://foo.com/bar)                  | https://foo.com/bar
            https://foo.com/bar_(x)                | https://foo.com/bar_(x)
            https://foo.com, ok                    | https://foo.com
            see middle.com/foo?a=b#c now           | middle.com/foo?a=b#c
            e.g. this, i.e. that                   | ''
            read notes.md.not or file.txt          | ''
            version 1.2.3                          | ''
            xhttps://foo.com                       | ''
            https://localhost:3000/x               | https://localhost:3000/x
            httpbin.org/get                        | httpbin.org/get
            #tag                                   | #tag
            #tag! and #other,                      | #tag #other
            #1 and #2nd                            | #2nd
            #!! #a_b-c                             | #a_b-c
            mid#tag                                | ''
            #同じ ＃広い                             | #同じ ＃広い
            ##double                               | ##double
            #️⃣ keycap                             | ''
            """)
    void blueskyFindsWhatItsOwnClientFinds(String text, String found) {
        assertThat(words(Network.BLUESKY, text)).isEqualTo(listed(found));
    }

    @Test
    void blueskyDetectsTagsUpToSixtyFourCharacters() {
        assertThat(words(Network.BLUESKY, "#" + "a".repeat(64))).hasSize(1);
        assertThat(words(Network.BLUESKY, "#" + "a".repeat(65))).isEmpty();
    }

    @Test
    void aBareDomainLeadsToItsSecureAddress() {
        assertThat(Entities.find(Network.BLUESKY, "go to example.org."))
                .containsExactly(new Entity.Link(6, 17, "example.org", "https://example.org"));
    }

    @Test
    void aFacetIsTheRightBytes() {
        String text = "💙 día con @alice.example.com y #UnaPuerta en https://example.org/a";

        for (Entity entity : Entities.find(Network.BLUESKY, text)) {
            ByteRange range = ByteRange.of(text, entity);
            byte[] facet = Arrays.copyOfRange(text.getBytes(StandardCharsets.UTF_8), range.start(), range.end());
            assertThat(new String(facet, StandardCharsets.UTF_8)).isEqualTo(entity.text());
        }
        assertThat(Entities.find(Network.BLUESKY, text)).hasSize(3);
        assertThat(ByteRange.of(text, 0, 1)).isEqualTo(new ByteRange(0, 4));
        assertThat(ByteRange.of(text, 2, 5)).isEqualTo(new ByteRange(5, 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hi @alice and @bob@social.example.     | @alice @bob@social.example
            mail alice@social.example              | ''
            =@alice /@bob                          | ''
            @a.b-c. @-x                            | @a.b-c
            #tag, (#no) x#no                       | #tag
            #one_open_door #2026 #2026goals        | #one_open_door #2026goals
            #1_2 #_ #a·b·                          | #1_2 #a·b
            https://example.org/#no @x             | https://example.org/#no @x
            https://example.org/@alice ok          | https://example.org/@alice
            example.org gemini://a.example.org/x   | gemini://a.example.org/x
            """)
    void mastodonFindsItsOwn(String text, String found) {
        assertThat(words(Network.MASTODON, text)).isEqualTo(listed(found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@alice #tag https://example.org/x example.org",
                "RT@alice RT:@bob x@no &@no ＠wide",
                "@alice@bob @aliceé @alice:// @alice: @alice's",
                "#tag#two &#no a#no 日#no .#yes #1 #1a #é日本 #a-b #a·b #tag://x ＃広い",
                "#️⃣ x️#yes",
                "http://example.org/#no http://example.org/@no (@yes)",
                "@averyveryverylongnamethatgoeson"
            })
    void xFindsWhatTheReferenceLibraryFinds(String text) {
        List<String> expected = new Extractor()
                .extractEntitiesWithIndices(text).stream()
                        .filter(entity -> entity.getType() != Extractor.Entity.Type.CASHTAG)
                        .map(entity -> text.substring(entity.getStart(), entity.getEnd()))
                        .toList();

        assertThat(words(Network.X, text)).isEqualTo(expected);
    }

    @Test
    void otherNetworksTakeDotsInNames() {
        assertThat(words(Network.INSTAGRAM, "with @harbour.minds. and @x")).containsExactly("@harbour.minds", "@x");
    }

    @ParameterizedTest
    @EnumSource
    void spansAreCodePointsInOrderAndNeverOverlap(Network network) {
        String text = "💙💙 @alice.example.com 👨‍👩‍👧‍👦 #OneOpenDoor 🇪🇸 https://example.org/#x?y @z #é";
        int[] codePoints = text.codePoints().toArray();
        int free = 0;

        assertThat(Entities.find(network, text)).hasSizeGreaterThan(3);
        for (Entity entity : Entities.find(network, text)) {
            assertThat(entity.start()).isGreaterThanOrEqualTo(free);
            assertThat(new String(codePoints, entity.start(), entity.end() - entity.start()))
                    .isEqualTo(entity.text());
            free = entity.end();
        }
    }

    private static List<String> words(Network network, String text) {
        return Entities.find(network, text).stream().map(Entity::text).toList();
    }

    private static List<String> listed(String found) {
        return found.isEmpty() ? List.of() : List.of(found.split(" "));
    }
}
