package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words on the command line mean. */
class OrderTest {

    @Test
    void optionsMayStandAnywhereAndBeWrittenEitherWay() {
        Order.Run run = (Order.Run) Order.read("--data=elsewhere", "run", "--port", "9000", "--demo", "--no-pages");
        assertThat(run).isEqualTo(new Order.Run(new Order.Where(Path.of("elsewhere"), null), 9000, true, false));
    }

    @Test
    void aVerbOfAModuleGetsItsOwnWords() {
        Order.Special special = (Order.Special) Order.read("audit", "verify", "--anchor", "a.txt", "--data", "d");
        assertThat(special.verb()).isEqualTo("audit");
        assertThat(special.arguments()).containsExactly("verify", "--anchor", "a.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "run --prot 9000, --prot",
        "run --port ninety, is not a port",
        "run --port 70000, is not a port",
        "run --port, needs a value",
        "run --data --demo, needs a value",
        "backup, Say which file",
        "doctor twice, twice"
    })
    void whatIsNotUnderstoodIsNamed(String line, String named) {
        assertThatThrownBy(() -> Order.read(line.split(" ")))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining(named);
    }
}
