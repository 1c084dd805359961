package health.clarion.people.web;

import health.clarion.people.MemberAuthentication;
import health.clarion.people.MemberAuthentication.Way;
import health.clarion.people.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A page action that needs its owner to have proved in the last ten minutes who they are; otherwise they are led to do
 * so and back.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface FreshProof {

    /** The page to come back to. */
    String back();

    /** Looks at the annotation before the action runs. */
    @Component
    class Guard implements HandlerInterceptor, WebMvcConfigurer {

        private final Sessions sessions;

        Guard(Sessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            FreshProof needed =
                    handler instanceof HandlerMethod method ? method.getMethodAnnotation(FreshProof.class) : null;
            if (needed == null
                    || CurrentMember.authentication().filter(this::isFresh).isPresent()) {
                return true;
            }
            response.sendRedirect("/account/confirm?next=" + URLEncoder.encode(needed.back(), StandardCharsets.UTF_8));
            return false;
        }

        boolean isFresh(MemberAuthentication me) {
            return switch (me.way()) {
                case Way.Browser browser -> sessions.isFresh(browser.id(), me.member());
                case Way.Token token -> false;
            };
        }
    }
}
