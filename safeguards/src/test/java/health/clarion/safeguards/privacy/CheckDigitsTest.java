package health.clarion.safeguards.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckDigitsTest {
    private static final long SEED = 20261121;

    @Test
    void ofTheTenLastDigitsAtMostOneMakesAnNhsNumber() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String nine = "%09d".formatted(random.nextInt(1_000_000_000));
            long accepted = IntStream.range(0, 10)
                    .filter(digit -> CheckDigits.nhs(nine + digit))
                    .count();
            assertThat(accepted).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aBadCheckDigitIsNeverTakenForAnNhsNumber() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            String ten = "%010d".formatted(random.nextLong(10_000_000_000L));
            String text = "NHS number: " + ten.substring(0, 3) + " " + ten.substring(3, 6) + " " + ten.substring(6);
            assertThat(fired(text).contains("privacy/nhs-number")).as(text).isEqualTo(CheckDigits.nhs(ten));
        }
    }

    @Test
    void aSocialSecurityNumberThatWasNeverIssuedIsNotTakenForOne() {
        for (String number :
                List.of("000-12-3456", "666-12-3456", "900-12-3456", "999-12-3456", "123-00-3456", "123-45-0000")) {
            assertThat(fired("SSN " + number)).as(number).doesNotContain("privacy/us-ssn");
        }
        assertThat(fired("SSN 123-45-6789")).contains("privacy/us-ssn");
    }

    private static List<String> fired(String text) {
        return Safeguards.standard().check(Draft.of(text), Knowledge.empty()).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
