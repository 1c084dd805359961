package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.Organisations;
import health.clarion.ui.Problem;
import health.clarion.ui.Viewer;
import health.clarion.ui.Viewers;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands whoever is signed in to controllers ({@code Member me}, {@code MemberAuthentication}) and to the layout. */
@Component
class CurrentMember implements Viewers, HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Organisations organisations;

    CurrentMember(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Who acts on this request; nothing for a member of the public. */
    static Optional<MemberAuthentication> authentication() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication member
                ? Optional.of(member)
                : Optional.empty();
    }

    @Override
    public @Nullable Viewer current() {
        return authentication().map(CurrentMember::viewer).orElse(null);
    }

    private static Viewer viewer(MemberAuthentication authentication) {
        Member member = authentication.member();
        return new Viewer(
                member.id(),
                member.name(),
                member.locale(),
                member.zone(),
                member.theme(),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    @Override
    public String organisation() {
        return organisations.current().name();
    }

    @Override
    public ZoneId zone() {
        return organisations.current().zone();
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Member.class
                || parameter.getParameterType() == MemberAuthentication.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        MemberAuthentication authentication =
                authentication().orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "ui.problem.sign-in"));
        return parameter.getParameterType() == Member.class ? authentication.member() : authentication;
    }
}
