package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.Span;

/**
 * A name of a person in a text.
 *
 * @param span where, in code points, with the title before it
 * @param name the same without the title
 * @param score how sure, 0 to 1
 */
public record Found(Span span, Span name, double score) {}
