package health.clarion.safeguards.privacy;

/** E-mail addresses: a local part, one @, a host with a dot. A fediverse handle (@name@server) is no e-mail address. */
final class Emails {
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
    private static final int LONGEST_HOST = 255; // RFC 5321, 4.5.3.1.2

    void look(Scene scene, Contacts contacts) {
        String text = scene.text();
        int at = text.indexOf('@');
        while (at >= 0) {
            int start = startOfLocalPart(text, at);
            int end = endOfHost(text, at + 1);
            boolean address = start < at && end > 0 && (start == 0 || text.charAt(start - 1) != '@');
            if (address && contacts.allowsEmail(text.substring(start, end))) {
                scene.know(scene.passage().span(start, end));
            } else if (address) {
                scene.tell("privacy/e-mail", start, end);
            }
            at = text.indexOf('@', at + 1);
        }
    }

    private static int startOfLocalPart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LOCAL_PART && inLocalPart(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && text.charAt(start) == '.') {
            start++;
        }
        return start;
    }

    private static boolean inLocalPart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    /** One past the host's last character, or -1 when there is no host with a top-level domain of letters. */
    private static int endOfHost(String text, int start) {
        int end = start;
        int lastDot = -1;
        while (end < text.length() && end - start < LONGEST_HOST && inHost(text, end, start)) {
            if (text.charAt(end) == '.') {
                lastDot = end;
            }
            end++;
        }
        boolean ends = lastDot > start && end - lastDot > 2 && Character.isLetter(text.charAt(lastDot + 1));
        return ends ? end : -1;
    }

    private static boolean inHost(String text, int at, int start) {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean inner = at > start && (Character.isLetterOrDigit(next) || c == '-' && next == '-'); // -- as in xn--p1ai
        return Character.isLetterOrDigit(c) || (c == '-' || c == '.') && inner;
    }
}
