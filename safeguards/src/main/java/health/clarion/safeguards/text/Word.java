package health.clarion.safeguards.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
public record Word(String text, int start, int end) {
    private static final Set<String> CONTRACTED = Set.of("t", "s", "m", "d", "re", "ve", "ll");

    /** The words of a folded text, as they are typed. */
    static List<Word> in(String folded) {
        List<Word> words = new ArrayList<>(folded.length() / 5 + 1);
        int at = 0;
        int unread = 0;
        while (at < folded.length()) {
            int codePoint = folded.codePointAt(at);
            if (at >= unread && startsUnread(folded, at)) {
                unread = endOfChunk(folded, at);
            }
            if (!Character.isLetterOrDigit(codePoint)) {
                at += Character.charCount(codePoint);
                continue;
            }
            int end = endOfWord(folded, at);
            words.add(new Word(at < unread ? "" : spelled(folded.substring(at, end)), at, end));
            at = end;
        }
        return List.copyOf(words);
    }

    private static boolean startsUnread(String folded, int at) {
        return switch (folded.charAt(at)) {
            case '@' -> at + 1 < folded.length() && Character.isLetterOrDigit(folded.charAt(at + 1));
            case 'h' -> folded.startsWith("http://", at) || folded.startsWith("https://", at);
            case 'w' -> folded.startsWith("www.", at);
            default -> false;
        };
    }

    private static int endOfChunk(String folded, int start) {
        int at = start;
        while (at < folded.length() && !Character.isWhitespace(folded.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String spelled(String word) {
        return word.indexOf('\'') < 0 && word.indexOf('·') < 0
                ? word
                : word.replace("'", "").replace("·", "");
    }

    private static int endOfWord(String folded, int start) {
        int at = endOfLetters(folded, start);
        while (at + 1 < folded.length() && Character.isLetterOrDigit(folded.codePointAt(at + 1))) {
            char joint = folded.charAt(at);
            int next = endOfLetters(folded, at + 1);
            boolean joins = joint == '·' || joint == '\'' && CONTRACTED.contains(folded.substring(at + 1, next));
            if (!joins) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int endOfLetters(String folded, int start) {
        int at = start;
        while (at < folded.length()) {
            int codePoint = folded.codePointAt(at);
            if (!Character.isLetterOrDigit(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
