package health.clarion.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SEED, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "9, 520489"})
    void sixDigitsAreThoseOfTheStandard(long counter, String code) {
        assertThat(Totp.code(SEED, counter, 6)).isEqualTo(code);
    }

    @Test
    void aClockHalfAMinuteOffIsForgivenAndAWholeMinuteIsNot() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        String code = Totp.code(SEED, Totp.step(now), 6);

        assertThat(Totp.matching(SEED, code, now.plusSeconds(30))).hasValue(Totp.step(now));
        assertThat(Totp.matching(SEED, code, now.minusSeconds(30))).hasValue(Totp.step(now));
        assertThat(Totp.matching(SEED, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.matching(SEED, " " + code.substring(0, 3) + " " + code.substring(3), now))
                .isPresent();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void seedsAreWrittenInBase32(String plain, String text) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
