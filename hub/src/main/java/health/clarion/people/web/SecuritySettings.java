package health.clarion.people.web;

import health.clarion.ui.PublicPath;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** Who may pass. Everything is closed unless a {@link PublicPath} opens it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecuritySettings {

    // Nothing inline, nothing from elsewhere. Tabler draws its arrows and ticks as data: pictures.
    // The hash is that of nothing: the calendar's grid puts in an empty style element and fills it by script, with its
    // arrows as a font in a data: address.
    private static final String CONTENT_POLICY = "default-src 'self'; "
            + "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; font-src 'self' data:; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    // Everybody manages their own account, whatever their roles.
    private static final String[] OWN = {"/account/**", "/sign-out", "/api/v1/me/**", "/api/v1/tokens/**"};

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            List<PublicPath> publicPaths,
            MemberSessions sessions,
            PublicPosts publicPosts,
            BearerTokens bearerTokens,
            Doors doors)
            throws Exception {
        String[] open =
                publicPaths.stream().flatMap(path -> path.patterns().stream()).toArray(String[]::new);
        http.securityContext(
                        context -> context.securityContextRepository(sessions).requireExplicitSave(true))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(open)
                        .permitAll()
                        .requestMatchers(OWN)
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .hasAuthority("read")
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .hasAuthority("read")
                        .anyRequest()
                        .hasAuthority("write"))
                .exceptionHandling(
                        problems -> problems.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .addFilterBefore(bearerTokens, CsrfFilter.class)
                .addFilterBefore(publicPosts, CsrfFilter.class)
                .headers(SecuritySettings::headers);
        protectForms(http);
        return http.build();
    }

    // A browser sends its cookie by itself, so a changing request needs the form's token. A program's bearer token is
    // sent on purpose and needs none; with one, no cookie is looked at.
    private static void protectForms(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieName("clarion-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens)
                .requireCsrfProtectionMatcher(new AndRequestMatcher(
                        CsrfFilter.DEFAULT_CSRF_MATCHER, new NegatedRequestMatcher(BearerTokens::accepted))));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .xssProtection(HeadersConfigurer.XXssConfig::disable);
    }

    @Bean
    PublicPath waysIn() {
        return new PublicPath("/sign-in/**", "/set-up/**", "/invitation/**", "/forgotten/**", "/reset/**");
    }

    // There is no password for Spring to make up: members come from the database.
    @Bean
    AuthenticationManager nobodyByDefault() {
        return authentication -> {
            throw new BadCredentialsException("No other way in");
        };
    }

    // Filters of the chain must not also run outside it.
    @Bean
    FilterRegistrationBean<PublicPosts> publicPostsOnlyInChain(PublicPosts filter) {
        return off(new FilterRegistrationBean<>(filter));
    }

    @Bean
    FilterRegistrationBean<BearerTokens> bearerTokensOnlyInChain(BearerTokens filter) {
        return off(new FilterRegistrationBean<>(filter));
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> off(
            FilterRegistrationBean<F> registration) {
        registration.setEnabled(false);
        return registration;
    }
}
