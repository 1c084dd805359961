package health.clarion.safeguards.rules;

import health.clarion.safeguards.Checked;
import health.clarion.safeguards.Span;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired, before it is put into words.
 *
 * @param rule its id
 * @param span what it is about, in code points
 * @param args what its message says beside the words themselves: {@code {1}}, {@code {2}} and so on
 * @param instead words to write instead, in the language of the text, or null
 * @param source the source when it is not the rule's, or null
 * @param score how sure, 0 to 1, where it is a matter of degree
 * @param checked the check it is about, or null
 */
public record Hit(
        String rule,
        Span span,
        List<String> args,
        @Nullable String instead,
        @Nullable String source,
        OptionalDouble score,
        @Nullable Checked checked) {
    /** A rule that fired without a fact-check behind it. */
    public Hit(
            String rule,
            Span span,
            List<String> args,
            @Nullable String instead,
            @Nullable String source,
            OptionalDouble score) {
        this(rule, span, args, instead, source, score, null);
    }

    /** A rule that fired on a span, with nothing more to say. */
    public static Hit of(String rule, Span span, String... args) {
        return new Hit(rule, span, List.of(args), null, null, OptionalDouble.empty());
    }

    /** The same with words to write instead. */
    public Hit instead(@Nullable String words) {
        return new Hit(rule, span, args, words, source, score, checked);
    }

    /** The same with how sure it is. */
    public Hit sure(double score) {
        return new Hit(rule, span, args, instead, source, OptionalDouble.of(score), checked);
    }
}
