package health.clarion.safeguards.privacy;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers that are known by their shape and check digit, from a national number to a payment card. One whose check does not hold
 * is not taken for one, whatever the words around it say.
 */
final class Numbers {
    private static final int CUE_REACH = 48;
    private static final int CUE_REACH_AFTER = 24;
    private static final int LONGEST_IBAN = 34;
    private static final int SHORTEST_IBAN = 15;
    private static final int VIN_LENGTH = 17;

    /** Numbers are written in few groups, and hardly any of a single sign: 1 84 12 76 451 089 46, X 1234567 L. */
    private static final int MOST_GROUPS = 7;

    private static final int MOST_SINGLE = 2;
    private static final Node ROOT = root();

    /** Shapes as a tree over two kinds of characters, so that all schemes are tried in one walk. */
    private static final class Node {
        @Nullable
        Node digit;

        @Nullable
        Node letter;

        final List<Scheme> schemes = new ArrayList<>();
    }

    private static Node root() {
        Node root = new Node();
        for (Scheme scheme : Scheme.ALL) {
            for (String shape : scheme.shapes()) {
                Node node = root;
                for (int i = 0; i < shape.length(); i++) {
                    node = shape.charAt(i) == '9' ? digit(node) : letter(node);
                }
                node.schemes.add(scheme);
            }
        }
        return root;
    }

    private static Node digit(Node node) {
        Node next = node.digit;
        return next != null ? next : (node.digit = new Node());
    }

    private static Node letter(Node node) {
        Node next = node.letter;
        return next != null ? next : (node.letter = new Node());
    }

    void look(Scene scene) {
        String text = scene.text();
        Walk walk = new Walk(scene);
        int at = 0;
        while (at < text.length()) {
            if (!isPlain(text.charAt(at))) {
                at++;
                continue;
            }
            boolean begins =
                    at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && !isInside(text.charAt(at - 1));
            int atom = endOfAtom(text, at);
            int end = begins && leadsToDigits(text, at, atom) ? walk.from(at) : -1;
            at = end > 0 ? end : atom;
        }
    }

    private static int endOfAtom(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return Math.max(at, start + 1);
    }

    /** Whether a digit is in a run of letters and digits, or begins the next one; other words begin no number. */
    private static boolean leadsToDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) <= '9') {
                return true;
            }
        }
        return end + 1 < text.length() && text.charAt(end + 1) >= '0' && text.charAt(end + 1) <= '9';
    }

    /** Before a number these say that it is part of an address or an amount. */
    private static boolean isInside(char before) {
        return before == '/' || before == '=' || before == '_' || "€£$+".indexOf(before) >= 0;
    }

    private static boolean isPlain(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
    }

    private static final class Walk {
        private final Scene scene;
        private final String text;
        private final char[] plain = new char[LONGEST_IBAN];

        Walk(Scene scene) {
            this.scene = scene;
            this.text = scene.text();
        }

        /** Tells the longest number that begins at a place; one past its end, or -1. */
        int from(int start) {
            Scheme best = null;
            int bestEnd = -1;
            Node node = ROOT;
            int length = 0;
            int group = 0;
            int groups = 0;
            int single = 0;
            int at = start;
            while (at < text.length() && node != null && length < LONGEST_IBAN) {
                char c = text.charAt(at);
                if (!isPlain(c)) {
                    single += length - group == 1 ? 1 : 0;
                    group = length;
                    if (!joins(at) || single > MOST_SINGLE || ++groups > MOST_GROUPS) {
                        break;
                    }
                    at++;
                    continue;
                }
                node = c <= '9' ? node.digit : node.letter;
                plain[length++] = Character.toUpperCase(c);
                at++;
                boolean over = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
                Scheme found =
                        over && node != null && !node.schemes.isEmpty() ? accepted(node, start, at, length) : null;
                if (found != null) {
                    best = found;
                    bestEnd = at;
                }
            }
            if (best != null) {
                scene.tell(best.rule(), start, bestEnd, best.name());
                return bestEnd;
            }
            return special(start);
        }

        private boolean joins(int at) {
            return at + 1 < text.length() && " -./".indexOf(text.charAt(at)) >= 0 && isPlain(text.charAt(at + 1));
        }

        private @Nullable Scheme accepted(Node node, int start, int end, int length) {
            String number = new String(plain, 0, length);
            for (Scheme scheme : node.schemes) {
                if (scheme.holds().test(number)
                        && isWrittenAsOne(start, end)
                        && (scheme.standsAlone(shape(start, end)) || isCued(scheme.cue(), start, end))) {
                    return scheme;
                }
            }
            return null;
        }

        /** Letters set apart by spaces belong to a number only as capitals; else they are words. */
        private boolean isWrittenAsOne(int start, int end) {
            boolean spaced = false;
            for (int i = start; i < end; i++) {
                spaced |= text.charAt(i) == ' ';
            }
            for (int i = start; spaced && i < end; i++) {
                boolean small = text.charAt(i) >= 'a'
                        && Character.isLowerCase(scene.passage()
                                .codePoint(scene.passage().span(i, i + 1).start()));
                if (small) {
                    return false;
                }
            }
            return true;
        }

        private String shape(int start, int end) {
            char[] shape = new char[end - start];
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                shape[i - start] = !isPlain(c) ? c : c <= '9' ? '9' : 'A';
            }
            return new String(shape);
        }

        private boolean isCued(Pattern cue, int start, int end) {
            return cue.matcher(text.substring(Math.max(0, start - CUE_REACH), start))
                            .find()
                    || cue.matcher(text.substring(end, Math.min(text.length(), end + CUE_REACH_AFTER)))
                            .find();
        }

        /** Numbers in which letters and digits mix freely: an IBAN, a vehicle's number. */
        private int special(int start) {
            int end = endOfAtom(text, start);
            if (end - start == VIN_LENGTH && isVin(text.substring(start, end))) {
                scene.tell("privacy/vehicle", start, end);
                return end;
            }
            boolean iban = end - start >= 4
                    && text.charAt(start) >= 'a'
                    && text.charAt(start + 1) >= 'a'
                    && isDigit(text.charAt(start + 2))
                    && isDigit(text.charAt(start + 3));
            return iban ? iban(start) : -1;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isVin(String written) {
            String vin = written.toUpperCase(java.util.Locale.ROOT);
            boolean digits = vin.chars().anyMatch(Character::isDigit);
            boolean letters = vin.chars().anyMatch(Character::isLetter);
            return digits && letters && CheckDigits.vin(vin);
        }

        private int iban(int start) {
            int length = 0;
            int at = start;
            int best = -1;
            while (at < text.length() && length < LONGEST_IBAN) {
                char c = text.charAt(at);
                if (isPlain(c)) {
                    plain[length++] = Character.toUpperCase(c);
                } else if (!joins(at)) {
                    break;
                }
                at++;
                boolean over = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
                if (over
                        && length >= SHORTEST_IBAN
                        && length == Issued.ibanLength(plain[0], plain[1])
                        && CheckDigits.iban(new String(Arrays.copyOf(plain, length)))) {
                    best = at;
                }
            }
            if (best > 0) {
                scene.tell("privacy/iban", start, best);
            }
            return best;
        }
    }
}
