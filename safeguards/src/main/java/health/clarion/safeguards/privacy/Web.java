package health.clarion.safeguards.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/**
 * Addresses of machines and of people on the web: IP and MAC addresses, links to someone's profile or own site, handles after words that
 * say whose they are. Any other link stays silent: posts are full of them.
 */
final class Web {
    private static final Set<String> NOBODYS_IP =
            Set.of("127.0.0.1", "0.0.0.0", "255.255.255.255", "1.1.1.1", "8.8.8.8");
    private static final List<String> NETWORKS = List.of(
            "facebook.",
            "fb.com",
            "instagram.",
            "twitter.",
            "x.com",
            "threads.",
            "tiktok.",
            "snapchat.",
            "reddit.",
            "ok.ru",
            "vk.com",
            "linkedin.com/in",
            "bsky.app/profile");
    private static final Pattern PROFILE = Pattern.compile(
            "^(https?://)?(www\\.|m\\.|[a-z]{2}\\.)?((facebook|fb|instagram|twitter|x|threads|tiktok|snapchat|reddit|ok|vk)\\.(com|net|ru)/(in/|u/|user/|add/|@)?[a-z0-9_.-]{3,}|linkedin\\.com/in/[^/\\s]+|[a-z0-9.-]+/@[a-z0-9_.]+|bsky\\.app/profile/[^/\\s]+)");
    private static final Pattern SECRET =
            Pattern.compile("[?&](patient|patient_?id|mrn|nhs|dob|ssn|email|name|token|session)=[^&\\s]+");
    private static final Pattern SITE =
            Pattern.compile("^(https?://|www\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/\\S*)?");
    private static final int LONGEST_IPV6 = 45;
    private static final int LONGEST_LINK = 2_000;

    void look(Scene scene) {
        String text = scene.text();
        if (text.indexOf("://") >= 0 || text.indexOf("www.") >= 0) {
            links(scene, text);
        }
        if (scene.has(Cue.SITE) || scene.has(Cue.HANDLE)) {
            announced(scene);
        }
        if (scene.hasDigits() && text.indexOf('.') >= 0) {
            ipv4(scene, text);
        }
        if (text.indexOf(':') >= 0) {
            colons(scene, text);
        }
    }

    private static void links(Scene scene, String text) {
        int scheme = text.indexOf("http");
        int www = text.indexOf("www.");
        while (scheme >= 0 || www >= 0) {
            int at = scheme < 0 ? www : www < 0 ? scheme : Math.min(scheme, www);
            int end = endOfChunk(text, at);
            if (isSomeones(scene, text, at, Math.min(end, at + LONGEST_LINK))) {
                scene.tell("privacy/profile-link", at, end);
            }
            scheme = scheme >= 0 && scheme < end ? text.indexOf("http", end) : scheme;
            www = www >= 0 && www < end ? text.indexOf("www.", end) : www;
        }
    }

    /** Whether a link leads to someone's profile or carries someone's data; what can't is told apart without an expression. */
    private static boolean isSomeones(Scene scene, String text, int start, int end) {
        int path = text.indexOf('/', Math.min(end, start + 8));
        boolean hasPath = path > 0 && path < end;
        if (!hasPath) {
            return false;
        }
        String link = text.substring(start, end);
        boolean profile = scene.isAboutSomeone()
                && (link.indexOf("/@") > 0 || isNetwork(link))
                && PROFILE.matcher(link).find();
        return profile
                || link.indexOf('?') > 0
                        && link.indexOf('=') > 0
                        && SECRET.matcher(link).find();
    }

    private static boolean isNetwork(String link) {
        for (String network : NETWORKS) {
            if (link.contains(network)) {
                return true;
            }
        }
        return false;
    }

    /** One past the last char of an address: white space ends it, and signs at its end are the sentence's. */
    private static int endOfChunk(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        while (end > start + 1 && ".,;:!?)]}\"'>".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static void announced(Scene scene) {
        String text = scene.text();
        for (Scene.Said said : scene.said()) {
            if (said.cue() != Cue.SITE && said.cue() != Cue.HANDLE) {
                continue;
            }
            int at = scene.words().get(said.to() - 1).end();
            boolean bare = said.cue() == Cue.SITE && said.to() - said.from() == 1;
            if (bare && (!scene.hasName() || !text.startsWith(":", at))) {
                continue;
            }
            while (at < text.length() && " :-=(\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int start = skip(text, skip(text, skip(text, at, "is "), "es "), "at ");
            int end = endOfChunk(text, start);
            if (end <= start) {
                continue;
            }
            if (said.cue() == Cue.SITE) {
                Matcher site = SITE.matcher(text.substring(start, end));
                if (site.find()) {
                    scene.tell("privacy/profile-link", start, start + site.end());
                }
            } else if (text.charAt(start) == '@' && end - start > 2 && scene.isAboutSomeone(said.sentence())) {
                scene.tell("privacy/handle", start, end);
            }
        }
    }

    private static int skip(String text, int at, String word) {
        return text.startsWith(word, at) ? at + word.length() : at;
    }

    private static void ipv4(Scene scene, String text) {
        int dot = text.indexOf('.');
        while (dot >= 0) {
            int start = dot;
            while (start > 0 && dot - start < 3 && isDigit(text.charAt(start - 1))) {
                start--;
            }
            int end = start < dot && isFree(text, start) ? endOfIpv4(text, start) : -1;
            if (end > 0 && !NOBODYS_IP.contains(text.substring(start, end)) && !isVersion(text, start)) {
                scene.tell("privacy/ip-address", start, end);
            }
            dot = text.indexOf('.', Math.max(end, dot + 1));
        }
    }

    private static boolean isFree(String text, int start) {
        return start == 0
                || !Character.isLetterOrDigit(text.charAt(start - 1)) && ".:-".indexOf(text.charAt(start - 1)) < 0;
    }

    private static boolean isVersion(String text, int start) {
        String before = text.substring(Math.max(0, start - 10), start);
        return before.endsWith("version ")
                || before.endsWith(" v")
                || before.endsWith("v. ")
                || before.endsWith("release ");
    }

    private static int endOfIpv4(String text, int start) {
        int at = start;
        for (int part = 0; part < 4; part++) {
            int end = at;
            int value = 0;
            while (end < text.length() && end - at < 4 && isDigit(text.charAt(end))) {
                value = value * 10 + text.charAt(end++) - '0';
            }
            if (end == at
                    || end - at > 3
                    || value > 255
                    || part < 3 && (end >= text.length() || text.charAt(end) != '.')) {
                return -1;
            }
            at = part < 3 ? end + 1 : end;
        }
        boolean goesOn = at < text.length() && Character.isLetterOrDigit(text.charAt(at))
                || at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
        return goesOn ? -1 : at;
    }

    /** Runs of hexadecimal digits and colons: a MAC address of six pairs, or an IPv6 address. */
    private static void colons(Scene scene, String text) {
        int at = text.indexOf(':');
        while (at >= 0) {
            int start = at;
            while (start > 0 && isHex(text.charAt(start - 1)) && at - start < 4) {
                start--;
            }
            int end = at;
            while (end < text.length()
                    && end - start <= LONGEST_IPV6
                    && (isHex(text.charAt(end)) || text.charAt(end) == ':' || text.charAt(end) == '.')) {
                end++;
            }
            int next = end;
            while (end > start
                    && (text.charAt(end - 1) == '.'
                            || text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2))) {
                end--;
            }
            boolean free =
                    isFree(text, start) && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (free && isMac(text, start, end)) {
                scene.tell("privacy/mac-address", start, end);
            } else if (free && end - start >= 6 && Ipv6.is(text.substring(start, end))) {
                scene.tell("privacy/ip-address", start, end);
            }
            at = text.indexOf(':', Math.max(next, at + 1));
        }
    }

    private static boolean isMac(String text, int start, int end) {
        if (end - start != 17) {
            return false;
        }
        for (int i = 0; i < 17; i++) {
            char c = text.charAt(start + i);
            if (i % 3 == 2 ? c != ':' : !isHex(c)) {
                return false;
            }
        }
        return true;
    }

    static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
