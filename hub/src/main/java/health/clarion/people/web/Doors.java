package health.clarion.people.web;

import health.clarion.ui.Answers;
import health.clarion.ui.Problem;
import health.clarion.ui.Programs;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What someone meets who may not pass: the sign-in page, or the reason in words. */
@Component
class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Answers answers;

    Doors(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (Programs.ask(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answers.send(Problem.of(HttpStatus.UNAUTHORIZED, "people.api-sign-in"), request, response);
        } else if (!HttpMethod.GET.matches(request.getMethod()) || request.getHeader("HX-Request") != null) {
            // What was typed is still in the browser: leading away to the sign-in page would lose it.
            Problem problem = Problem.of(HttpStatus.UNAUTHORIZED, "people.signed-out");
            answers.send(problem.next("people.sign-in", "/sign-in"), request, response);
        } else {
            response.sendRedirect("/sign-in?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        String key = why instanceof CsrfException ? "ui.problem.expired-form" : "ui.problem.not-allowed";
        answers.send(Problem.forbidden(key), request, response);
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** Only a path of our own; anything else leads to the desk. */
    static String ownPath(String path) {
        boolean own = path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || c < ' ')
                && path.length() < 1_000;
        return own ? path : "/desk";
    }
}
