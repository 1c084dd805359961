package health.clarion.rig;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form with files, read strictly (RFC 7578). */
record Multipart(List<Field> fields) {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data; boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)form-data; name=\"([^\"]+)\"(?:; filename=\"([^\"]*)\")?");

    /** One field; {@code fileName} is empty for plain text. */
    record Field(String name, String fileName, String type, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name.equals(name)).findFirst();
    }

    static Multipart read(Request request, String... documented) throws Refusal {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type"));
        if (!boundary.matches()) {
            throw new Refusal(415, "", "expected multipart/form-data with a boundary");
        }
        String all = new String(request.body(), StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1);
        if (!all.startsWith(mark + "\r\n") || !all.endsWith(mark + "--\r\n")) {
            throw new Refusal(400, "", "malformed multipart body");
        }
        List<Field> fields = new ArrayList<>();
        String inside = all.substring(mark.length(), all.length() - mark.length() - 4);
        for (String piece : inside.split(Pattern.quote("\r\n" + mark), -1)) {
            if (!piece.isEmpty()) {
                fields.add(readField(piece.substring(2)));
            }
        }
        Request.requireKnown(fields.stream().map(Field::name).toList(), documented);
        return new Multipart(List.copyOf(fields));
    }

    private static Field readField(String piece) throws Refusal {
        int end = piece.indexOf("\r\n\r\n");
        String disposition = "";
        String type = "text/plain";
        for (String header : piece.substring(0, Math.max(0, end)).split("\r\n")) {
            String[] sides = header.split(":", 2);
            if (sides[0].equalsIgnoreCase("Content-Disposition")) {
                disposition = sides[1].strip();
            } else if (sides[0].equalsIgnoreCase("Content-Type")) {
                type = sides[1].strip();
            }
        }
        Matcher name = NAME.matcher(disposition);
        if (end < 0 || !name.matches()) {
            throw new Refusal(400, "", "malformed multipart field");
        }
        String body = piece.substring(end + 4);
        String text = body.endsWith("\r\n") ? body.substring(0, body.length() - 2) : body;
        return new Field(
                name.group(1),
                name.group(2) == null ? "" : name.group(2),
                type,
                text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
