package health.clarion.safeguards;

/**
 * A stretch of a text in Unicode code points.
 *
 * @param start the first code point
 * @param end one past the last code point
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a span: " + start + " to " + end);
        }
    }

    /** Whether both share at least one code point. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Whether every code point of the other is inside this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
