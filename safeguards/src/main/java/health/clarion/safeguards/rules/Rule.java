package health.clarion.safeguards.rules;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its file tells it. Rules with terms fire on phrases; rules without are found by code that names them.
 *
 * @param id {@code category/name}
 * @param since the month it came in, such as {@code 2026-11}
 * @param severity how much its findings weigh
 * @param overridable whether a person may go on despite a block
 * @param topic one of {@link health.clarion.safeguards.Topics}, or null
 * @param level the crisis level its findings mean, 1 to 4; 0 for other categories
 * @param staffOnly whether members' own words are left alone; always so outside privacy and crisis
 * @param source what justifies it
 * @param message what it says, by language; empty when the message files say it
 * @param advice what to do instead, by language; empty when the message files say it, or when nothing is said
 * @param terms the phrases that fire it
 * @param fires examples that must fire
 * @param silent examples that must not
 */
public record Rule(
        String id,
        String since,
        Severity severity,
        boolean overridable,
        @Nullable String topic,
        int level,
        boolean staffOnly,
        String source,
        Map<String, String> message,
        Map<String, String> advice,
        List<Term> terms,
        List<Draft> fires,
        List<Draft> silent) {
    /** Whether it looks at words of this kind: a member's own are never corrected. */
    public boolean looksAt(Kind kind) {
        return switch (kind) {
            case STAFF -> true;
            case MEMBER ->
                switch (category()) {
                    case PRIVACY, CRISIS -> !staffOnly;
                    case CLAIMS, LANGUAGE, READING, ACCESS, FIT -> false;
                };
        };
    }

    /** The category it belongs to. */
    public Category category() {
        return Category.ofRule(id);
    }

    /**
     * Phrases that fire a rule, and where they don't.
     *
     * @param lang the language of the text it is for, {@code en}; with a region, {@code en-GB}, only for texts that name it
     * @param say the phrases, in the notation of {@link Phrase}
     * @param instead the words to write instead, in the language of the text, or null
     * @param locally other words to write instead, by the region of the text, such as {@code en-US}
     * @param source where this term's advice comes from, when not the rule's source; null otherwise
     * @param unless contexts that silence it
     * @param only contexts of which at least one is needed, when there are any
     */
    public record Term(
            String lang,
            List<String> say,
            @Nullable String instead,
            Map<String, String> locally,
            @Nullable String source,
            List<Context> unless,
            List<Context> only) {
        /** Whether it is for texts of a language, a BCP 47 tag in any letter case. */
        boolean isFor(String tag) {
            return tag.regionMatches(true, 0, lang, 0, lang.length())
                    && (tag.length() == lang.length() || tag.charAt(lang.length()) == '-');
        }

        /** The words to write instead in a text of this language tag, or null. */
        @Nullable
        String insteadIn(String tag) {
            for (Map.Entry<String, String> words : locally.entrySet()) {
                if (words.getKey().equalsIgnoreCase(tag)) {
                    return words.getValue();
                }
            }
            return instead;
        }
    }

    /**
     * Words around a phrase. It holds when any part of it does.
     *
     * @param before phrases that end right before it
     * @param after phrases that start right after it
     * @param near phrases in the same sentence
     * @param about phrases anywhere in the text
     * @param mentioned whether it holds for words that are spoken of instead of used, see {@link Mentions#quoted}
     * @param named whether it holds for words that are part of an organisation's name, see {@link Mentions#named}
     */
    public record Context(
            List<String> before,
            List<String> after,
            List<String> near,
            List<String> about,
            boolean mentioned,
            boolean named) {}
}
