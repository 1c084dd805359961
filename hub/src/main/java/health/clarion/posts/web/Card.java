package health.clarion.posts.web;

import health.clarion.posts.Look;
import health.clarion.safeguards.Category;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it stands beside the words.
 *
 * @param id for links, unique on the page
 * @param key the same finding after the next look, so that an opened card stays open
 * @param use words that can take the place of those it is about, or null
 */
public record Card(
        String id, String key, Look.Placed placed, @Nullable String use) {

    static Card of(String pane, Look.Placed placed) {
        return new Card(
                "finding-" + pane + "-" + placed.number(),
                pane + " " + placed.finding().rule() + " " + placed.words(),
                placed,
                placed.start() < placed.end() ? placed.finding().instead() : null);
    }

    public Finding finding() {
        return placed.finding();
    }

    /** How the words would read if they identified nobody; null when they do not. */
    public @Nullable String masked() {
        return placed.masked();
    }

    public String css() {
        return Marks.css(finding().severity());
    }

    /** Whether it is only good to know. */
    public boolean isNote() {
        return finding().severity() == Severity.NOTE;
    }

    public String icon() {
        return switch (finding().category()) {
            case PRIVACY -> "shield-check";
            case CRISIS -> "lifebuoy";
            case CLAIMS -> "stethoscope";
            case LANGUAGE -> "ear";
            case READING -> "book-2";
            case ACCESS -> "accessible";
            case FIT -> "focus-2";
        };
    }

    /** Message key of the category's name. */
    public String kind() {
        return "posts.kind." + finding().category().id();
    }

    /** Whether it is the claim that wants a source. */
    public boolean wantsSource() {
        return finding().category() == Category.CLAIMS && placed.blocks();
    }

    /** What the button sends where there is no JavaScript: field, place, old and new words. */
    public String swap() {
        return String.join(
                "\u001f",
                id.replaceFirst("^finding-", "").replaceFirst("-\\d+$", ""),
                String.valueOf(placed.part()),
                String.valueOf(placed.start()),
                placed.words(),
                use == null ? "" : use);
    }
}
