package health.clarion.people.web;

import health.clarion.people.Tokens;
import health.clarion.ui.Answers;
import health.clarion.ui.Problem;
import health.clarion.ui.Programs;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Programs come in with {@code Authorization: Bearer …}, on the API only; a token that is sent must be good. */
@Component
class BearerTokens extends OncePerRequestFilter {

    private static final String PREFIX = "Bearer ";
    private static final String ACCEPTED = BearerTokens.class.getName();

    private final Tokens tokens;
    private final Answers answers;

    BearerTokens(Tokens tokens, Answers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    /** Whether this request acts by a token and not by a cookie. */
    static boolean accepted(HttpServletRequest request) {
        return request.getAttribute(ACCEPTED) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean api = path.equals(Programs.DOCUMENT) || path.startsWith(Programs.DOCUMENT + "/");
        return !api || token(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var found = token(request).flatMap(tokens::accept);
        if (found.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            answers.send(Problem.of(HttpStatus.UNAUTHORIZED, "people.token-refused"), request, response);
            return;
        }
        request.setAttribute(ACCEPTED, true);
        SecurityContextHolder.setContext(new SecurityContextImpl(found.get()));
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                ? Optional.of(header.substring(PREFIX.length()).strip())
                : Optional.empty();
    }
}
