package health.clarion.posts;

import java.util.List;

/**
 * One network's own words.
 *
 * @param text the post itself
 * @param thread what goes on in replies to it, or stands in the first comment where there are no threads
 */
public record Variant(String text, List<String> thread) {

    public Variant {
        text = Typed.text(text);
        thread = Content.parts(thread);
    }

    public static Variant of(String text) {
        return new Variant(text, List.of());
    }
}
