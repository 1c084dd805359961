package health.clarion.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedLinkTest {

    private static final String UTM = "utm_source=bluesky&utm_medium=social&utm_campaign=one-open-door";

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org?",
        "https://example.org/a?b=c, https://example.org/a?b=c&",
        "https://example.org/a?, https://example.org/a?",
        "https://example.org/%C3%A9?x=%20, https://example.org/%C3%A9?x=%20&"
    })
    void anAddressSaysWhichCampaignAndNetworkSentTheReader(String address, String expected) {
        assertThat(of(address)).isEqualTo(expected + UTM);
    }

    @Test
    void theFragmentStaysAtTheEndAndOwnParametersAreKept() {
        assertThat(of("https://example.org/a#part")).isEqualTo("https://example.org/a?" + UTM + "#part");
        assertThat(of("https://example.org/?utm_source=mine"))
                .isEqualTo("https://example.org/?utm_source=mine&utm_medium=social&utm_campaign=one-open-door");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "ftp://example.org",
                "https://user:pass@example.org",
                "https://",
                "mailto:a@b.c",
                "not an address",
                "https://exa mple.org"
            })
    void whatIsNoWebAddressIsNone(String text) {
        assertThat(WebLink.parse(text)).isEmpty();
    }

    @Test
    void aBareDomainAndAnOwnPathAreWebAddresses() {
        assertThat(WebLink.parse(" example.org/x ")).hasToString("Optional[https://example.org/x]");
        assertThat(WebLink.parse("/help"))
                .hasValueSatisfying(link -> assertThat(link.elsewhere()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "One Open Door, one-open-door",
        "Salud mental: ¡ya!, salud-mental-ya",
        "L’hora d’estudiar, lhora-destudiar",
        "心の健康, campaign",
        "new, campaign",
        "--, campaign"
    })
    void aTitleBecomesAWordInAddresses(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
        assertThat(Slug.of("word ".repeat(60))).hasSizeLessThanOrEqualTo(60).doesNotEndWith("-");
    }

    private static String of(String address) {
        return TrackedLink.of(URI.create(address), "bluesky", "social", "one-open-door")
                .toString();
    }
}
