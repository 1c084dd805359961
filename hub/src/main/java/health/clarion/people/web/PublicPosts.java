package health.clarion.people.web;

import health.clarion.people.RateLimits;
import health.clarion.people.RateLimits.Limit;
import health.clarion.ui.Answers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what one address may send without being signed in: every changing request without a session or token. Says
 * when to come back.
 */
@Component
class PublicPosts extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Answers answers;
    private final Limit limit;

    PublicPosts(RateLimits limits, Answers answers, @Value("${clarion.public-posts-a-minute:60}") int aMinute) {
        this.limits = limits;
        this.answers = answers;
        this.limit = new Limit(aMinute, Duration.ofMinutes(1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) || isMember();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = limits.tryTake("post " + request.getRemoteAddr(), limit);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            answers.send(RateLimits.tooOften(wait), request, response);
        }
    }

    private static boolean isMember() {
        return CurrentMember.authentication().isPresent();
    }
}
