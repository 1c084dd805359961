package health.clarion.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tells programs from people, so that each gets an answer it can read. */
public final class Programs {

    /** The page about the API; with {@code Accept: application/json} the document itself. */
    public static final String DOCUMENT = "/api";

    private Programs() {}

    /** Whether a program asks: anything below {@code /api/}, and {@code /api} where JSON is wanted and no page. */
    public static boolean ask(HttpServletRequest request) {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
        return path.startsWith(DOCUMENT + "/") || (path.equals(DOCUMENT) && wantsJson(request));
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return wanted.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))
                    && wanted.stream().noneMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
