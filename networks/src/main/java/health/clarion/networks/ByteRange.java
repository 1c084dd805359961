package health.clarion.networks;

/**
 * A piece of a text in UTF-8 bytes, [start, end): what a Bluesky facet carries.
 *
 * @param start bytes before the piece
 * @param end bytes before what follows it
 */
public record ByteRange(int start, int end) {

    /**
     * The bytes of a piece given in code points.
     *
     * @throws IndexOutOfBoundsException when the piece is not inside the text
     */
    public static ByteRange of(String text, int startCodePoint, int endCodePoint) {
        int from = text.offsetByCodePoints(0, startCodePoint);
        int to = text.offsetByCodePoints(from, endCodePoint - startCodePoint);
        int start = Utf8.bytes(text, 0, from);
        return new ByteRange(start, start + Utf8.bytes(text, from, to));
    }

    /** The bytes of an entity found in this text. */
    public static ByteRange of(String text, Entity entity) {
        return of(text, entity.start(), entity.end());
    }
}
