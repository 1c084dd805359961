package health.clarion.posts;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.posts.Diff.Kind;
import health.clarion.posts.Diff.Piece;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffTest {

    @Test
    void wordsThatChangedStandOutAndTheOthersStay() {
        assertThat(Diff.of("Talking early always helps.", "Talking early can help."))
                .containsExactly(
                        new Piece(Kind.SAME, "Talking early "),
                        new Piece(Kind.REMOVED, "always"),
                        new Piece(Kind.ADDED, "can"),
                        new Piece(Kind.SAME, " "),
                        new Piece(Kind.REMOVED, "helps"),
                        new Piece(Kind.ADDED, "help"),
                        new Piece(Kind.SAME, "."));
    }

    @Test
    void nothingOfEitherTextIsLostHoweverLongTheyAre() {
        String before = "one two three ".repeat(2_000);
        String after = "four five three ".repeat(2_500) + "🫶";

        var pieces = Diff.of(before, after);

        assertThat(pieces.stream()
                        .filter(piece -> piece.kind() != Kind.ADDED)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(pieces.stream()
                        .filter(piece -> piece.kind() != Kind.REMOVED)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
    }

    @Test
    void theSameTextHasNoDifference() {
        assertThat(Diff.of("Same.", "Same.")).allMatch(piece -> piece.kind() == Kind.SAME);
        assertThat(Diff.of("", "")).isEmpty();
    }
}
