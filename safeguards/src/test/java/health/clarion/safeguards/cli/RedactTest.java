package health.clarion.safeguards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedactTest {
    @Test
    void aBadLineIsToldAndTheRestStillRedacted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String in =
                "{\"id\":1,\"text\":\"Write to a@b.example\"}\nnonsense\n\n{\"id\":\"x\"}\n{\"id\":\"y\",\"text\":\"Fine.\"}\n";
        int exit = new Redact()
                .run(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(errors, true, StandardCharsets.UTF_8));
        assertThat(exit).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "{\"id\":1,\"text\":\"Write to [E-MAIL]\",\"redactions\":[{\"rule\":\"privacy/e-mail\",\"start\":9,\"end\":20,\"placeholder\":\"[E-MAIL]\"}]}",
                        "{\"id\":\"y\",\"text\":\"Fine.\",\"redactions\":[]}");
        assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith("line "));
    }
}
