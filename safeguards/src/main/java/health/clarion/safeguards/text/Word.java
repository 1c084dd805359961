package health.clarion.safeguards.text;

/**
 * A word or number of a passage. An English contraction is one word written together ({@code can't} is {@code cant}, as people
 * type it too); a Catalan or Spanish elision is two ({@code l'hora} is {@code l}, {@code hora}); Catalan's middle dot is left out.
 *
 * <p>Words inside a web address or an @mention have the empty text: nobody reads them, so no rule about words sees them.
 *
 * @param text the word folded, or "" inside an address or a mention
 * @param start first char in the folded text
 * @param end one past the last char in the folded text
 */
public record Word(String text, int start, int end) {}
