package health.clarion.api.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.method.HandlerMethod;

/**
 * Who may make a call.
 *
 * @param open whether it needs no token at all
 * @param scopes what the token must have been given, all of them
 * @param roles of which its owner must have one; empty when any will do
 */
record Access(boolean open, Set<String> scopes, Set<String> roles) {

    // A scope that stands after "or" is asked for in some cases only; the summary says in which.
    private static final Pattern SCOPE = Pattern.compile("(?<!or )hasAuthority\\('([a-z-]+)'\\)");
    private static final Pattern ROLE = Pattern.compile("'([A-Z]+)'");
    private static final List<String> BY_ADDRESS = List.of("read", "write");

    /** Asks the security chain and reads what the handler itself demands. */
    static Access of(String method, String path, HandlerMethod handler, WebInvocationPrivilegeEvaluator chain) {
        String example = path.replaceAll("\\{[^}]+}", new UUID(0, 0).toString());
        if (chain.isAllowed("", example, method, anonymous())) {
            return new Access(true, Set.of(), Set.of());
        }
        Set<String> scopes = new TreeSet<>();
        if (!chain.isAllowed("", example, method, somebodyWith(List.of()))) {
            BY_ADDRESS.stream()
                    .filter(scope -> !chain.isAllowed("", example, method, somebodyWithAllBut(scope)))
                    .forEach(scopes::add);
        }
        // What changes one's own account is open to everybody in a browser, and to a token that may write.
        if (!method.equals("GET")) {
            scopes.add("write");
        }
        String demand = demand(handler);
        found(SCOPE, demand).forEach(scopes::add);
        Set<String> roles = new TreeSet<>();
        found(ROLE, demand).forEach(role -> roles.add(role.toLowerCase(Locale.ROOT)));
        return new Access(false, scopes, roles);
    }

    private static String demand(HandlerMethod handler) {
        PreAuthorize own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        PreAuthorize demand = own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        return demand == null ? "" : demand.value();
    }

    private static List<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    private static Authentication anonymous() {
        return new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    private static Authentication somebodyWithAllBut(String scope) {
        return somebodyWith(
                BY_ADDRESS.stream().filter(other -> !other.equals(scope)).toList());
    }

    private static Authentication somebodyWith(Collection<String> scopes) {
        return new TestingAuthenticationToken("somebody", "", AuthorityUtils.createAuthorityList(scopes));
    }
}
