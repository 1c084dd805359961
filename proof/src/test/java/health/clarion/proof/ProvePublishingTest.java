package health.clarion.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProvePublishingTest {

    @Test
    void hubsThatAreKilledAndFrozenPublishEverythingExactlyOnce() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean well = ProvePublishing.run(
                new ProvePublishing.Options(15, 300, 20261121), new PrintStream(said, true, StandardCharsets.UTF_8));

        System.out.println(said.toString(StandardCharsets.UTF_8));
        assertThat(well).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
