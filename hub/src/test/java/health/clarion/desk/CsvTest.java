package health.clarion.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatASpreadsheetWouldRunIsText(String dangerous) {
        assertThat(Csv.line(List.of(dangerous))).isEqualTo("\"'" + dangerous + "\"\r\n");
    }

    @Test
    void quotesCommasAndLineBreaksStayInsideTheirCell() {
        assertThat(Csv.line(List.of("a \"b\"", "c,d", "e\nf", "")))
                .isEqualTo("\"a \"\"b\"\"\",\"c,d\",\"e\nf\",\"\"\r\n");
    }
}
