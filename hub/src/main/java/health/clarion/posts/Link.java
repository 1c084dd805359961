package health.clarion.posts;

/**
 * Where a post leads. It is labelled with the campaign and the network when it is sent, so that visits can be counted.
 *
 * @param url as the writer gave it; {@code ""} when the post leads nowhere
 * @param title what the card under the post says, where a network takes one from us
 * @param description a sentence for the same card
 */
public record Link(String url, String title, String description) {

    private static final Link NONE = new Link("", "", "");

    public Link {
        url = Typed.line(url);
        title = Typed.line(title);
        description = Typed.line(description);
    }

    /** A post that leads nowhere. */
    public static Link none() {
        return NONE;
    }

    public static Link to(String url) {
        return new Link(url, "", "");
    }

    /** Whether there is a link at all. */
    public boolean leads() {
        return !url.isEmpty();
    }
}
