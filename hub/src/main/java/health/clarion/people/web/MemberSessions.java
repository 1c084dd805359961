package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.MemberAuthentication.Way;
import health.clarion.people.People;
import health.clarion.people.Sessions;
import health.clarion.people.Sessions.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Reads who is signed in from the session cookie, anew on each request: roles taken away and accounts closed count at
 * once. Nothing is read for requests that never ask.
 */
@Component
class MemberSessions implements SecurityContextRepository {

    private final Sessions sessions;
    private final People people;

    MemberSessions(Sessions sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> authentication(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    // Sessions are begun and ended by the sign-in pages, never as a side effect.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.read(request).isPresent();
    }

    /** The session between password and code, when the cookie belongs to one. */
    Optional<Session> halfWay(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::find).filter(session -> !session.complete());
    }

    private Optional<MemberAuthentication> authentication(HttpServletRequest request) {
        return SessionCookie.read(request)
                .flatMap(sessions::find)
                .filter(Session::complete)
                .flatMap(this::authentication);
    }

    private Optional<MemberAuthentication> authentication(Session session) {
        return people.find(session.member())
                .filter(Member::active)
                .map(member ->
                        new MemberAuthentication(member, new Way.Browser(session.id(), session.secondFactorAt())));
    }

    // Asked once a request, also when the database does not answer: the page that says so must not wait for it again.
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<Optional<MemberAuthentication>> source;
        private SecurityContext context = SecurityContextHolder.createEmptyContext();
        private boolean read;
        private @Nullable DataAccessException away;

        Deferred(Supplier<Optional<MemberAuthentication>> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            if (away != null) {
                throw away;
            }
            if (!read) {
                read();
            }
            return context;
        }

        private void read() {
            try {
                source.get().ifPresent(found -> context = new SecurityContextImpl(found));
                read = true;
            } catch (DataAccessException unanswered) {
                away = unanswered;
                throw unanswered;
            }
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
