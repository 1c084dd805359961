package health.clarion.networks;

/** A piece of a text in UTF-16 indexes, [start, end). Used inside this package only: outside, spans are code points. */
record Span(int start, int end) {}
