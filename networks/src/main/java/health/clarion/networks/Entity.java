package health.clarion.networks;

/**
 * Something in a text that a network makes pressable. Spans are Unicode code points, [start, end), and cover the sign too
 * ({@code #}, {@code @}).
 */
public sealed interface Entity {

    int start();

    int end();

    /** The words as written. */
    String text();

    /**
     * An address.
     *
     * @param uri where it leads: the text, with {@code https://} put before a bare domain
     */
    record Link(int start, int end, String text, String uri) implements Entity {}

    /**
     * Somebody's name.
     *
     * @param handle the name without the leading sign, such as {@code alice.bsky.social} or {@code alice@example.org}
     */
    record Mention(int start, int end, String text, String handle) implements Entity {}

    /**
     * A hashtag.
     *
     * @param tag the words without the leading sign
     */
    record Hashtag(int start, int end, String text, String tag) implements Entity {}
}
