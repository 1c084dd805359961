package health.clarion.posts.web;

import health.clarion.posts.Look;
import health.clarion.safeguards.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Cuts a text at its findings, for the mirror under the words. */
public final class Marks {

    private Marks() {}

    /**
     * A stretch of text.
     *
     * @param css the finding's kind; {@code ""} for plain text
     * @param number shown on the mark; {@code ""} for plain text and for later stretches of the same finding
     */
    public record Piece(String text, String css, String number) {}

    /** The text of one part; where findings overlap the most severe shows. */
    static List<Piece> of(String text, int part, List<Look.Placed> findings) {
        List<Look.Placed> here = findings.stream()
                .filter(placed -> placed.part() == part && placed.start() < placed.end())
                .toList();
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.codePointCount(0, text.length())));
        here.forEach(placed -> {
            edges.add(placed.start());
            edges.add(placed.end());
        });
        List<Piece> pieces = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        int from = 0;
        for (int to : edges.tailSet(0, false)) {
            pieces.add(piece(slice(text, from, to), from, here, shown));
            from = to;
        }
        return pieces;
    }

    private static Piece piece(String text, int at, List<Look.Placed> here, List<Integer> shown) {
        return here.stream()
                .filter(placed -> placed.start() <= at && at < placed.end())
                .min(java.util.Comparator.comparing(
                                (Look.Placed placed) -> placed.finding().severity())
                        .thenComparing(Look.Placed::number))
                .map(placed -> {
                    boolean first = !shown.contains(placed.number());
                    shown.add(placed.number());
                    return new Piece(
                            text, css(placed.finding().severity()), first ? String.valueOf(placed.number()) : "");
                })
                .orElse(new Piece(text, "", ""));
    }

    /** The class that gives a finding its colour. */
    static String css(Severity severity) {
        return switch (severity) {
            case BLOCK -> "k-stop";
            case WARN -> "k-warn";
            case NOTE -> "k-note";
        };
    }

    static String slice(String text, int from, int to) {
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }
}
