package health.clarion.safeguards;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look at, and why.
 *
 * @param rule the rule that says so, {@code category/name}
 * @param category the part of the rule before the slash
 * @param severity how much it weighs
 * @param start first code point of the words it is about
 * @param end one past the last code point; equal to start when it is about the whole or about something absent
 * @param message what and why, in plain words, in the reader's language
 * @param suggestion what to write or do instead, in the reader's language, or null
 * @param source what justifies the rule
 * @param score how sure the engine is, 0 to 1, where the rule is a matter of degree
 * @param overridable whether a person may go on despite a block, with a reason that is kept
 * @param topic what the words touch, one of {@link Topics}, so that the right people review it; null when that changes nothing
 * @param instead words that can take the place of those it is about, as they are; null when a person has to find them
 * @param checked what a fact-checker says of the claim it is about; null when it is about none
 */
public record Finding(
        String rule,
        Category category,
        Severity severity,
        int start,
        int end,
        String message,
        @Nullable String suggestion,
        String source,
        OptionalDouble score,
        boolean overridable,
        @Nullable String topic,
        @Nullable String instead,
        @Nullable Checked checked) {
    public Finding {
        Objects.requireNonNull(message);
        Objects.requireNonNull(source);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a span: " + start + " to " + end);
        }
    }

    /** A finding about no claim that was checked. */
    public Finding(
            String rule,
            Category category,
            Severity severity,
            int start,
            int end,
            String message,
            @Nullable String suggestion,
            String source,
            OptionalDouble score,
            boolean overridable,
            @Nullable String topic,
            @Nullable String instead) {
        this(
                rule,
                category,
                severity,
                start,
                end,
                message,
                suggestion,
                source,
                score,
                overridable,
                topic,
                instead,
                null);
    }

    /** This finding in the words of another, which says the same in another language. */
    public Finding toldAs(Finding other) {
        return new Finding(
                rule,
                category,
                severity,
                start,
                end,
                other.message,
                other.suggestion,
                other.source,
                score,
                overridable,
                topic,
                instead,
                checked);
    }

    /** The words it is about. */
    public Span span() {
        return new Span(start, end);
    }
}
