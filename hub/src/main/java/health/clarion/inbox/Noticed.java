package health.clarion.inbox;

import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands out in somebody's words, and why.
 *
 * @param crisis how near they come to a risk to life, what kind and whose
 * @param signs the words that decided it, each with what it means and what to do
 * @param pieces the words, cut where a sign begins or ends
 * @param masked the same words with nothing that identifies anyone, for quoting them; null when nothing does
 */
public record Noticed(
        Crisis crisis,
        List<Finding> signs,
        List<Piece> pieces,
        @Nullable String masked) {

    public Noticed {
        signs = List.copyOf(signs);
        pieces = List.copyOf(pieces);
    }

    /** A stretch of somebody's words. */
    public record Piece(String text, boolean sign) {}

    /** The words a sign is about. */
    public String words(Finding sign) {
        String text = pieces.stream().map(Piece::text).collect(Collectors.joining());
        return text.substring(text.offsetByCodePoints(0, sign.start()), text.offsetByCodePoints(0, sign.end()));
    }

    static Noticed of(String text, Crisis crisis, List<Finding> signs, @Nullable String masked) {
        return new Noticed(
                crisis, signs, pieces(text, signs.stream().map(Finding::span).toList()), masked);
    }

    private static List<Piece> pieces(String text, List<Span> signs) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.codePointCount(0, text.length())));
        signs.forEach(sign -> edges.addAll(List.of(sign.start(), sign.end())));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : edges.tailSet(0, false)) {
            Span here = new Span(from, to);
            pieces.add(new Piece(
                    text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)),
                    signs.stream().anyMatch(here::overlaps)));
            from = to;
        }
        return pieces;
    }
}
