package health.clarion.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * What somebody typed into a form that could not be taken just now, given back so that it can be sent again. Passwords,
 * codes and files are not given back.
 *
 * @param action where the form goes
 * @param fields in the order they came
 * @param withheld whether something was left out that has to be entered anew
 */
public record TypedFields(String action, List<Field> fields, boolean withheld) {

    // As much as a form may hold (server.tomcat.max-http-form-post-size).
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_FIELDS = 1_000;
    private static final Pattern SECRET =
            Pattern.compile("_csrf|.*(password|secret|token|credential|recovery).*|code", Pattern.CASE_INSENSITIVE);

    /** One value of one field. */
    public record Field(String name, String value) {

        /** Whether a person wrote it, rather than the page: shown, so that it can also be copied. */
        public boolean words() {
            return value.strip().indexOf(' ') > 0 || value.indexOf('\n') >= 0;
        }
    }

    /** The words among the fields. */
    public List<Field> shown() {
        return fields.stream().filter(Field::words).toList();
    }

    /** What the page wrote itself, sent along unseen. */
    public List<Field> unseen() {
        return fields.stream().filter(field -> !field.words()).toList();
    }

    /**
     * The fields of a form that a person sent the plain way; empty when it was none, when nothing can be given back, or
     * when it did not come from a page of ours: somebody else's words are not to be sent on with one click.
     */
    static Optional<TypedFields> of(HttpServletRequest request) {
        if (!isForm(request) || !isFromOurPage(request)) {
            return Optional.empty();
        }
        try {
            return of(request.getRequestURI(), request.getParameterMap(), isMultipart(request));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<TypedFields> of(String action, Map<String, String[]> parameters, boolean files) {
        List<Field> fields = new ArrayList<>();
        parameters.forEach((name, values) -> Arrays.stream(values)
                .filter(value -> !SECRET.matcher(name).matches())
                .forEach(value -> fields.add(new Field(name, value))));
        boolean withheld = files
                || parameters.keySet().stream()
                        .anyMatch(name ->
                                !name.equals("_csrf") && SECRET.matcher(name).matches());
        long characters = fields.stream()
                .mapToLong(field -> field.name().length() + field.value().length())
                .sum();
        boolean some = fields.stream().anyMatch(field -> !field.value().isBlank());
        return some && characters <= MOST_CHARACTERS && fields.size() <= MOST_FIELDS
                ? Optional.of(new TypedFields(action, List.copyOf(fields), withheld))
                : Optional.empty();
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return request.getMethod().equals("POST")
                && request.getHeader("HX-Request") == null
                && request.getHeader("X-Requested-With") == null
                && (type.startsWith("application/x-www-form-urlencoded") || isMultipart(request));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    // Browsers say it by themselves, and a page elsewhere can't change it.
    private static boolean isFromOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && host != null && origin.endsWith("://" + host);
    }
}
