package health.clarion.people;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who acts on this request and what they may do: {@code ROLE_…} for each role they hold now, and {@code read},
 * {@code write}, {@code sign-off}, {@code publish} as their roles and this session or token allow.
 */
public final class MemberAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Member member;
    private final transient Way way;

    /** How they came in. */
    public sealed interface Way {

        UUID id();

        /**
         * A browser in which they signed in.
         *
         * @param secondFactorAt when they last showed a passkey or a code; null when they did not in this session
         */
        record Browser(UUID id, @Nullable Instant secondFactorAt) implements Way {}

        /** A program with a personal token. */
        record Token(UUID id, Set<Scope> scopes) implements Way {}
    }

    public MemberAuthentication(Member member, Way way) {
        super(authorities(member, way));
        this.member = member;
        this.way = way;
        setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(Member member, Way way) {
        Set<GrantedAuthority> authorities = new LinkedHashSet<>();
        for (Role role : member.roles()) {
            authorities.add(new SimpleGrantedAuthority(role.authority()));
        }
        for (Scope scope : scopes(way)) {
            if (Tokens.allowed(member, scope)) {
                authorities.add(new SimpleGrantedAuthority(scope.id()));
            }
        }
        return authorities;
    }

    private static Set<Scope> scopes(Way way) {
        return switch (way) {
            case Way.Browser browser ->
                browser.secondFactorAt() == null ? EnumSet.of(Scope.READ, Scope.WRITE) : EnumSet.allOf(Scope.class);
            case Way.Token token -> token.scopes();
        };
    }

    public Member member() {
        return member;
    }

    public Way way() {
        return way;
    }

    public boolean may(Scope scope) {
        return getAuthorities().stream().anyMatch(a -> scope.id().equals(a.getAuthority()));
    }

    @Override
    public Object getPrincipal() {
        return member;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return member.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberAuthentication that
                && member.id().equals(that.member.id())
                && way.equals(that.way);
    }

    @Override
    public int hashCode() {
        return member.id().hashCode();
    }
}
