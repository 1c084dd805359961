package health.clarion.safeguards.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    @Test
    void repliesThatCannotBeWrittenAreNotTakenForDone() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayInputStream in = new ByteArrayInputStream("{\"id\":1}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> JsonLines.reply(in, full, System.err, (line, reply) -> reply.put("seen", true)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }
}
