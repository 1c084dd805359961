package health.clarion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.privacy.names.NameModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainNamesTest {
    private static final int FEW = 400;

    @TempDir
    private Path folder;

    @Test
    void theSameTextsGiveTheSameModelToTheByte() throws IOException {
        Path once = folder.resolve("once.bin");
        Path again = folder.resolve("again.bin");
        int features = TrainNames.train(new NameTexts().all().subList(0, FEW), once);
        TrainNames.train(new NameTexts().all().subList(0, FEW), again);
        assertThat(features).isPositive();
        assertThat(again).hasSameBinaryContentAs(once);
        try (InputStream in = Files.newInputStream(once)) {
            assertThat(NameModel.read(in)).isNotNull();
        }
    }

    @Test
    void ourTextsAreTheSameEachTime() {
        assertThat(new NameTexts().all()).isEqualTo(new NameTexts().all());
    }

    @Test
    void everyFilledNameLiesInItsText() {
        List<TrainNames.Text> texts = new NameTexts().all();
        assertThat(texts).anyMatch(text -> !text.people().isEmpty());
        for (TrainNames.Text text : texts) {
            int length = text.text().codePointCount(0, text.text().length());
            for (Span name : text.people()) {
                assertThat(name.end()).isBetween(name.start() + 1, length);
            }
            assertThat(text.text()).doesNotContainPattern("<[a-z2-9]>");
        }
    }
}
