package health.clarion.proof;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.proof.Judgement.Found;
import health.clarion.proof.Judgement.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judge that can't say no proves nothing. */
class JudgementTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration EXPLAINED = Duration.ofSeconds(5);

    private static final Judgement.Freeze FROZEN = new Judgement.Freeze(7, NINE.plusSeconds(1), NINE.plusSeconds(20));

    @TempDir
    private Path folder;

    private Found judge(List<String> log, Part... parts) throws IOException {
        Path file = Files.write(folder.resolve("server.jsonl"), log);
        return Judgement.of(file).judge(List.of(parts), EXPLAINED, List.of(FROZEN));
    }

    private static String created(String id, String text, String inReplyTo, Instant at) {
        return """
                {"id":"%s","text":"%s","inReplyTo":"%s","at":"%s"}""".formatted(id, text, inReplyTo, at);
    }

    private static String deleted(String id) {
        return """
                {"deleted":"%s","at":"%s"}""".formatted(id, NINE.plusSeconds(9));
    }

    private static Part first(String state, boolean unknown) {
        return part(0, null, state, unknown);
    }

    private static Part part(int number, @Nullable String before, String state, boolean unknown) {
        String own = state.equals("AWAITING_PERSON") ? "AMBIGUOUS" : state;
        return new Part(
                Plans.mark(1, number),
                Plans.text(1, number),
                before,
                state,
                own,
                unknown,
                List.of(new Judgement.Asked(7, NINE)));
    }

    @Test
    void whatIsThereOnceAsSignedIsWell() throws IOException {
        Found found = judge(
                List.of(
                        created("a", Plans.text(1, 0), "", NINE.plusSeconds(1)),
                        created("b", Plans.text(1, 1), "a", NINE.plusSeconds(2))),
                first("SENT", false),
                part(1, Plans.mark(1, 0), "SENT", false));
        assertThat(found.well(true, 0)).isTrue();
        assertThat(found.sent()).isEqualTo(2);
        assertThat(found.unplayed()).contains("429", "slow");
    }

    @Test
    void twiceIsNotWell() throws IOException {
        Found found = judge(
                List.of(created("a", Plans.text(1, 0), "", NINE), created("b", Plans.text(1, 0), "", NINE)),
                first("SENT", false));
        assertThat(found.twice()).hasSize(1);
        assertThat(found.well(false, 0)).isFalse();
    }

    @Test
    void lostIsNotWell() throws IOException {
        assertThat(judge(List.of(), first("SENT", false)).lost()).hasSize(1);
        assertThat(judge(List.of(), first("SCHEDULED", false)).lost()).hasSize(1);
    }

    @Test
    void otherWordsOrAnotherPlaceInTheThreadAreNotWell() throws IOException {
        assertThat(judge(List.of(created("a", Plans.text(1, 0) + "!", "", NINE)), first("SENT", false))
                        .other())
                .hasSize(1);
        assertThat(judge(
                                List.of(
                                        created("a", Plans.text(1, 0), "", NINE),
                                        created("b", Plans.text(1, 1), "", NINE)),
                                first("SENT", false),
                                part(1, Plans.mark(1, 0), "SENT", false))
                        .other())
                .containsExactly(Plans.mark(1, 1));
    }

    @Test
    void whatNoLeaseExplainsIsNotWell() throws IOException {
        assertThat(judge(List.of(created("a", Plans.text(1, 0), "", NINE.plusSeconds(6))), first("SENT", false))
                        .late())
                .hasSize(1);
    }

    @Test
    void aRequestThatWasLeavingWhenItsProcessFrozeIsCountedByItself() throws IOException {
        Found found = judge(
                List.of(created("a", Plans.text(1, 0), "", NINE.plusSeconds(21))), first("AWAITING_PERSON", true));
        assertThat(found.leaving()).hasSize(1);
        assertThat(found.late()).isEmpty();
    }

    @Test
    void aRequestThatLeftLongAfterItsProcessWokeIsNotWell() throws IOException {
        assertThat(judge(List.of(created("a", Plans.text(1, 0), "", NINE.plusSeconds(26))), first("SENT", false))
                        .late())
                .hasSize(1);
    }

    @Test
    void whatWasTakenDownAndStandsIsNotWell() throws IOException {
        String line = created("a", Plans.text(1, 0), "", NINE);
        assertThat(judge(List.of(line), first("RETRACTED", false)).risen()).hasSize(1);
        assertThat(judge(List.of(line, deleted("a")), first("RETRACTED", false)).risen())
                .isEmpty();
    }

    @Test
    void aPersonIsAskedOnlyAboutWhatNobodyKnows() throws IOException {
        assertThat(judge(List.of(), first("AWAITING_PERSON", false)).needless()).hasSize(1);
        Found known = judge(List.of(), first("AWAITING_PERSON", true));
        assertThat(known.needless()).isEmpty();
        assertThat(known.well(false, 1)).isTrue();
        assertThat(known.well(true, 1)).isFalse();
    }
}
