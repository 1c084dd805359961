package health.clarion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.privacy.names.Found;
import health.clarion.safeguards.privacy.names.NameModel;
import health.clarion.safeguards.privacy.names.Names;
import health.clarion.safeguards.text.Passage;
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
    void theSameTextsGiveTheSameModelToTheByteAndItKnowsThem() throws IOException {
        Path once = folder.resolve("once.bin");
        Path again = folder.resolve("again.bin");
        List<TrainNames.Text> texts = new NameTexts().all().subList(0, FEW);
        int features = TrainNames.train(texts, once);
        TrainNames.train(texts, again);
        assertThat(features).isPositive();
        assertThat(again).hasSameBinaryContentAs(once);
        try (InputStream in = Files.newInputStream(once)) {
            assertThat(found(texts, NameModel.read(in)))
                    .as("share of the names it was taught that it finds")
                    .isGreaterThan(0.8);
        }
    }

    private static double found(List<TrainNames.Text> texts, NameModel model) {
        double taught = 0;
        double found = 0;
        for (TrainNames.Text text : texts) {
            List<Found> names = Names.in(Passage.of(text.text()), 0, model);
            for (Span person : text.people()) {
                taught++;
                found += names.stream()
                                .anyMatch(name -> name.name().equals(person)
                                        || name.span().equals(person))
                        ? 1
                        : 0;
            }
        }
        return found / taught;
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
