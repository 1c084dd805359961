package health.clarion.safeguards.privacy;

import java.util.Set;

/**
 * Numbers that are known by the label before them: a medical record, a health plan, an account, a licence, a device, a plate, any other
 * case or reference. They have no check digit to verify; how the label and the number are written decides.
 */
final class Labelled {
    private static final int LONGEST_LINK = 24;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_PREFIX = 5;
    private static final int FEWEST_IN_A_CODE = 5;

    /** Registers of studies and papers, whose numbers are public. */
    private static final Set<String> REGISTERS =
            Set.of("nct", "isrctn", "pmid", "doi", "cve", "iso", "rfc", "grade", "covid");

    private static final Set<String> LINKS = Folded.words(
            "is", "was", "no", "number", "num", "nr", "n", "id", "code", "es", "és", "of", "plan", "policy", "card",
            "ending", "the");

    void look(Scene scene) {
        if (!scene.hasDigits()) {
            return;
        }
        for (Scene.Said said : scene.said()) {
            switch (said.cue()) {
                case RECORD -> tell(scene, said, "privacy/record-number", false);
                case PLAN -> tell(scene, said, "privacy/health-plan-number", true);
                case ACCOUNT -> tell(scene, said, "privacy/account-number", false);
                case LICENCE -> tell(scene, said, "privacy/licence-number", false);
                case DEVICE -> tell(scene, said, "privacy/device-number", false);
                case VEHICLE -> tell(scene, said, "privacy/vehicle", false);
                case POSTCODE -> tell(scene, said, "privacy/postcode", false);
                case IDENTITY -> tell(scene, said, "privacy/other-number", false);
                case OTHER -> tell(scene, said, "privacy/other-number", true);
                default -> {}
            }
        }
        if (scene.isAboutSomeone() && scene.has(Cue.CARE)) {
            codes(scene);
        }
    }

    /** Codes such as #AB-987654 in a text about someone's care: letters and a hyphen or a number sign before five digits or more. */
    private static void codes(Scene scene) {
        String text = scene.text();
        for (int i = 0; i < scene.words().size(); i++) {
            int start = scene.words().get(i).start();
            boolean hash = start > 0 && text.charAt(start - 1) == '#';
            boolean hyphen = scene.after(i).equals("-")
                    && scene.word(i).length() <= LONGEST_PREFIX
                    && scene.isCapital(i)
                    && !scene.isNumber(i)
                    && scene.isNumber(i + 1);
            if (!hash && !hyphen) {
                continue;
            }
            int end = endOfNumber(text, start);
            int digits = 0;
            for (int at = start; at < end; at++) {
                digits += Character.isDigit(text.charAt(at)) ? 1 : 0;
            }
            if (digits >= FEWEST_IN_A_CODE && !scene.touches(start, end) && !REGISTERS.contains(scene.word(i))) {
                scene.tell("privacy/other-number", hash ? start - 1 : start, end);
            }
        }
    }

    /** Tells the number right after a label, if one is there; with its label where the number alone says little. */
    private static void tell(Scene scene, Scene.Said said, String rule, boolean withLabel) {
        String text = scene.text();
        int afterLabel = scene.words().get(said.to() - 1).end();
        int start = startOfNumber(text, afterLabel);
        int label = scene.words().get(said.from()).start();
        boolean tag = label > 0 && text.charAt(label - 1) == '#';
        if (start < 0 || tag) {
            return;
        }
        int end =
                switch (said.cue()) {
                    case VEHICLE -> endOfPlate(text, start);
                    case POSTCODE -> endOfPostcode(text, start);
                    default -> endOfNumber(text, start);
                };
        String link = text.substring(afterLabel, start);
        boolean mister = scene.word(said.to() - 1).equals("mr") && said.to() - said.from() == 1;
        if (mister && link.indexOf('#') < 0) {
            return;
        }
        boolean linked =
                said.to() - said.from() > 1 || link.indexOf('#') >= 0 || link.indexOf(':') >= 0 || link.length() > 3;
        boolean known = scene.isDate(start, end);
        if (end > start && !known && isNumber(text, start, end, said.cue(), linked)) {
            boolean hash = start > 0 && text.charAt(start - 1) == '#';
            int from = withLabel ? scene.words().get(said.from()).start() : hash ? start - 1 : start;
            scene.tell(rule, from, end);
        }
    }

    /** The first char of what follows the label over signs and small words, or -1. */
    private static int startOfNumber(String text, int afterLabel) {
        int at = afterLabel;
        while (at < text.length() && at - afterLabel < LONGEST_LINK) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = endOfAtom(text, at);
                String word = text.substring(at, end);
                boolean link = LINKS.contains(word) && end < text.length() && " .:#º".indexOf(text.charAt(end)) >= 0;
                if (!link) {
                    return at;
                }
                at = end;
            } else if (" :#=-()'\".º\n".indexOf(c) >= 0 && !(c == '\n' && text.startsWith("\n\n", at))) {
                at++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    private static int endOfAtom(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Letters and digits with signs between them, and further groups of digits after a space. */
    private static int endOfNumber(String text, int start) {
        int end = endOfAtom(text, start);
        boolean lettered = end - start <= 2
                && end + 1 < text.length()
                && text.charAt(end) == ' '
                && !isAllDigits(text, start, end);
        if (lettered && isAllDigits(text, end + 1, endOfAtom(text, end + 1))) {
            end = endOfAtom(text, end + 1); // a letter or two, then digits: K 204 518
        }
        boolean digits = Character.isDigit(text.charAt(end - 1));
        while (end + 1 < text.length() && end - start < LONGEST_NUMBER) {
            char sign = text.charAt(end);
            int next = endOfAtom(text, end + 1);
            boolean groups = sign == ' ' && digits && next - end > 2 && isAllDigits(text, end + 1, next);
            if (next == end + 1 || "-/.".indexOf(sign) < 0 && !groups) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** A postcode may end in two or three letters or signs of its own: 7412 SL, EH6 7HX. */
    private static int endOfPostcode(String text, int start) {
        int end = endOfNumber(text, start);
        int next = end + 1 < text.length() && text.charAt(end) == ' ' ? endOfAtom(text, end + 1) : end;
        return next - end > 2 && next - end <= 4 && !text.startsWith("is", end + 1) ? next : end;
    }

    /** A plate may be written in two or three groups: AB51 ABC, 1234 BCD. */
    private static int endOfPlate(String text, int start) {
        int end = endOfAtom(text, start);
        while (end + 1 < text.length() && end - start < 6 && (text.charAt(end) == ' ' || text.charAt(end) == '-')) {
            int next = endOfAtom(text, end + 1);
            if (next == end + 1 || next - start > 9) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static boolean isAllDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end > start;
    }

    /** A year, an amount or an ordinary word is no number of a record. */
    private static boolean isNumber(String text, int start, int end, Cue cue, boolean linked) {
        int digits = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        boolean amount = end < text.length()
                        && (text.charAt(end) == '%'
                                || text.charAt(end) == ','
                                        && end + 1 < text.length()
                                        && Character.isDigit(text.charAt(end + 1)))
                || start > 0 && "€£$".indexOf(text.charAt(start - 1)) >= 0;
        boolean marked = start > 0 && "#:".indexOf(text.charAt(start - 1)) >= 0
                || start > 1 && ":#".indexOf(text.charAt(start - 2)) >= 0;
        boolean year =
                letters == 0 && end - start == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
        if (amount || digits == 0 || year && !marked) {
            return false;
        }
        return switch (cue) {
            case RECORD, IDENTITY -> digits >= 3 && digits + letters >= 4;
            case POSTCODE -> digits >= 3 || digits >= 2 && letters >= 3;
            case VEHICLE -> letters >= 2 && digits >= 1 && digits + letters >= 5 && digits + letters <= 8;
            case DEVICE -> digits + letters >= 5 && digits >= 3;
            case ACCOUNT -> digits >= 5 || linked && digits >= 4;
            case LICENCE -> digits >= 4 && (linked || letters > 0 || digits >= 6);
            default -> linked ? digits >= 3 && digits + letters >= 4 : digits >= 6 || letters > 0 && digits >= 3;
        };
    }
}
