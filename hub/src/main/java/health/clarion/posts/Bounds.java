package health.clarion.posts;

import java.util.Optional;

/** How much one post may hold. Far more than any network takes, so nobody meets these by writing. */
public final class Bounds {

    /** Facebook takes 63,206 characters, the most of all networks. */
    public static final int TEXT = 70_000;

    public static final int TITLE = 200;
    public static final int THREAD = 25;
    public static final int PICTURES = 20;
    public static final int SOURCES = 30;
    public static final int LINE = 2_000;
    public static final int ALT = 5_000;

    private Bounds() {}

    /** The first bound that {@code content} goes beyond; empty when it is within all. */
    public static Optional<Saved.TooLong> exceeded(Content content) {
        return longest(content)
                .or(() -> count("posts.field.thread", content.thread().size(), THREAD))
                .or(() -> count("posts.field.pictures", content.media().size(), PICTURES))
                .or(() -> count("posts.field.sources", content.sources().size(), SOURCES))
                .or(() -> count("posts.field.reasons", content.reasons().size(), SOURCES));
    }

    static Optional<Saved.TooLong> title(String title) {
        return length("posts.field.title", title, TITLE);
    }

    private static Optional<Saved.TooLong> longest(Content content) {
        return length("posts.field.text", content.text(), TEXT)
                .or(() -> content.thread().stream()
                        .flatMap(part -> length("posts.field.thread", part, TEXT).stream())
                        .findFirst())
                .or(() -> content.variants().values().stream()
                        .flatMap(variant -> inVariant(variant).stream())
                        .findFirst())
                .or(() -> length("posts.field.warning", content.contentWarning(), LINE))
                .or(() -> length("posts.field.link", content.link().url(), LINE))
                .or(() -> length("posts.field.link-title", content.link().title(), LINE))
                .or(() -> length("posts.field.link-text", content.link().description(), LINE))
                .or(() -> length("posts.field.language", content.language(), 35))
                .or(() -> content.media().stream()
                        .flatMap(media -> length("posts.field.alt", media.alt(), ALT).stream())
                        .findFirst())
                .or(() -> content.sources().stream()
                        .flatMap(source ->
                                length("posts.field.sources", source.claim() + source.title() + source.url(), 3 * LINE)
                                        .stream())
                        .findFirst())
                .or(() -> content.reasons().entrySet().stream()
                        .flatMap(reason ->
                                length("posts.field.reasons", reason.getKey() + reason.getValue(), 2 * LINE).stream())
                        .findFirst());
    }

    private static Optional<Saved.TooLong> inVariant(Variant variant) {
        return length("posts.field.text", variant.text(), TEXT)
                .or(() -> count("posts.field.thread", variant.thread().size(), THREAD))
                .or(() -> variant.thread().stream()
                        .flatMap(part -> length("posts.field.thread", part, TEXT).stream())
                        .findFirst());
    }

    private static Optional<Saved.TooLong> length(String field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length > most ? Optional.of(new Saved.TooLong(field, most, length)) : Optional.empty();
    }

    private static Optional<Saved.TooLong> count(String field, int used, int most) {
        return used > most ? Optional.of(new Saved.TooLong(field, most, used)) : Optional.empty();
    }
}
