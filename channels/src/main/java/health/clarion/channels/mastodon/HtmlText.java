package health.clarion.channels.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A status' HTML as text. Servers only send paragraphs, line breaks, links and spans; anything else is dropped. What is
 * hidden by style ({@code class="invisible"}, the start of a long address) is part of the text.
 */
record HtmlText(String text, List<String> links) {

    private static final Pattern PIECE = Pattern.compile("<([^<>]{0,2000})>|&(#?[A-Za-z0-9]{1,10});");
    private static final Pattern HREF = Pattern.compile("\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "#39", "'");

    static HtmlText of(String html) {
        StringBuilder text = new StringBuilder();
        List<String> links = new ArrayList<>();
        Matcher pieces = PIECE.matcher(html);
        int at = 0;
        while (pieces.find()) {
            text.append(html, at, pieces.start());
            at = pieces.end();
            if (pieces.group(1) != null) {
                tag(pieces.group(1), text, links);
            } else {
                text.append(character(pieces.group(2)));
            }
        }
        text.append(html, at, html.length());
        return new HtmlText(text.toString().strip(), List.copyOf(links));
    }

    private static void tag(String tag, StringBuilder text, List<String> links) {
        String name = tag.split("[\\s/]", 2)[0].toLowerCase(java.util.Locale.ROOT);
        switch (name) {
            case "br" -> text.append('\n');
            case "p" -> {
                if (!text.isEmpty()) {
                    text.append("\n\n");
                }
            }
            case "a" -> {
                Matcher href = HREF.matcher(tag);
                boolean address = !tag.contains("mention") && !tag.contains("hashtag");
                if (address && href.find()) {
                    links.add(unescaped(href.group(1) != null ? href.group(1) : href.group(2)));
                }
            }
            default -> {
                // Spans and closing tags show nothing.
            }
        }
    }

    private static String unescaped(String attribute) {
        Matcher entity = Pattern.compile("&(#?[A-Za-z0-9]{1,10});").matcher(attribute);
        return entity.replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String entity) {
        String named = NAMED.get(entity);
        if (named != null) {
            return named;
        }
        if (!entity.startsWith("#")) {
            return "&" + entity + ";";
        }
        try {
            boolean hex = entity.startsWith("#x") || entity.startsWith("#X");
            int code = hex ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException unreadable) {
            return "&" + entity + ";";
        }
    }
}
