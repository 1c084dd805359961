package health.clarion.safeguards.answers;

import java.util.Locale;
import java.util.Objects;

/**
 * An answer that was reviewed, under one wording of its question. Several wordings may have the same answer.
 *
 * @param id what it is called in its library
 * @param question the question
 * @param answer the answer, or ""
 * @param lang the language of both, two letters
 */
public record ReviewedAnswer(String id, String question, String answer, String lang) {
    public ReviewedAnswer {
        Objects.requireNonNull(id);
        Objects.requireNonNull(question);
        Objects.requireNonNull(answer);
        int dash = lang.indexOf('-');
        lang = (dash < 0 ? lang : lang.substring(0, dash)).toLowerCase(Locale.ROOT);
    }
}
