package health.clarion.ui.web;

import health.clarion.ui.Answers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outside everything else, the look-up of who is signed in included: what fails in a filter is answered in the same words
 * as what fails in a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OuterDoor extends OncePerRequestFilter {

    private final Answers answers;

    OuterDoor(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException wrapped) {
            answer(wrapped.getRootCause() instanceof Exception cause ? cause : wrapped, request, response);
        } catch (RuntimeException failed) {
            answer(failed, request, response);
        }
    }

    // Once a part of the page is on its way, all that is left is to break it off, so that it isn't taken for whole.
    private void answer(Exception failed, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (response.isCommitted()) {
            throw new ServletException(failed);
        }
        response.resetBuffer();
        answers.send(failed, request, response);
    }
}
