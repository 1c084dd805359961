package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.Passkeys;
import health.clarion.people.RateLimits;
import health.clarion.people.RateLimits.Limit;
import health.clarion.people.Sessions;
import health.clarion.people.SignIn;
import health.clarion.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page's script and the browser's passkeys say to each other. The question asked is kept for this browser and
 * answered once.
 */
@RestController
class PasskeySignIn {

    private static final String CREATION = "passkey.creation";
    private static final String REQUEST = "passkey.request";
    private static final int LONGEST_ANSWER = 20_000;

    // A question is kept in memory until it is answered. Who answers needs a minute; and however many strangers ask,
    // from however many places, no more than some 15,000 are kept.
    private static final Duration QUESTION_KEPT = Duration.ofMinutes(5);
    private static final Limit QUESTIONS = new Limit(3_000, Duration.ofMinutes(1));

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Sessions sessions;
    private final FreshProof.Guard fresh;
    private final RateLimits limits;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeySignIn(Passkeys passkeys, SignIn signIn, Sessions sessions, FreshProof.Guard fresh, RateLimits limits) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
        this.fresh = fresh;
        this.limits = limits;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> askToSignIn(HttpServletRequest request) {
        return ask(request, Optional.empty());
    }

    @PostMapping("/account/confirm/passkey/options")
    ResponseEntity<String> askToConfirm(MemberAuthentication me, HttpServletRequest request) {
        return ask(request, Optional.of(me));
    }

    private ResponseEntity<String> ask(HttpServletRequest request, Optional<Authentication> member) {
        PublicKeyCredentialRequestOptions options = passkeys.request(member);
        keep(request, REQUEST, options);
        return written(options);
    }

    @PostMapping("/sign-in/passkey")
    Map<String, String> signIn(
            @RequestBody String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Member member = shown(answer, request);
        String device = Device.of(request);
        SessionCookie.read(request)
                .flatMap(sessions::find)
                .ifPresent(old -> sessions.end(old.id(), old.member(), "member:" + old.member()));
        SessionCookie.write(
                request, response, signIn.withPasskey(member, device).secret());
        return Map.of("next", next.isEmpty() ? "/desk" : Doors.ownPath(next));
    }

    @PostMapping("/account/confirm/passkey")
    Map<String, String> confirm(
            MemberAuthentication me,
            @RequestBody String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        if (!shown(answer, request).id().equals(me.member().id())) {
            throw Problem.invalid("people.passkey-other");
        }
        sessions.proved(me.way().id(), me.member().id(), true);
        return Map.of("next", next.isEmpty() ? "/account" : Doors.ownPath(next));
    }

    private Member shown(String answer, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions asked = question(request, REQUEST, PublicKeyCredentialRequestOptions.class);
        return passkeys.owner(
                        asked,
                        read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {}))
                .orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "people.passkey-refused"));
    }

    @PostMapping("/account/passkeys/options")
    ResponseEntity<String> askToMake(MemberAuthentication me, HttpServletRequest request) {
        requireFresh(me);
        PublicKeyCredentialCreationOptions options = passkeys.creation(me);
        keep(request, CREATION, options);
        return written(options);
    }

    @PostMapping("/account/passkeys")
    Map<String, List<String>> make(
            MemberAuthentication me,
            @RequestBody String answer,
            @RequestParam String label,
            HttpServletRequest request) {
        requireFresh(me);
        PublicKeyCredentialCreationOptions asked =
                question(request, CREATION, PublicKeyCredentialCreationOptions.class);
        List<String> codes = passkeys.add(
                me.member(),
                asked,
                read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {}),
                label.isBlank() ? Device.of(request) : label.substring(0, Math.min(label.length(), Form.LONGEST_NAME)));
        sessions.proved(me.way().id(), me.member().id(), true);
        return Map.of("codes", codes);
    }

    private void requireFresh(MemberAuthentication me) {
        if (!fresh.isFresh(me)) {
            throw Problem.forbidden("people.confirm-first").next("people.confirm-do", "/account/confirm");
        }
    }

    private void keep(HttpServletRequest request, String name, Object question) {
        limits.take("passkey questions", QUESTIONS);
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(Math.toIntExact(QUESTION_KEPT.toSeconds()));
        session.setAttribute(name, question);
    }

    private static <T> T question(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        Object asked = session == null ? null : session.getAttribute(name);
        if (session == null || asked == null) {
            throw Problem.conflict("people.passkey-late");
        }
        session.removeAttribute(name);
        return type.cast(asked);
    }

    private ResponseEntity<String> written(Object options) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(options));
    }

    private <T> T read(String answer, TypeReference<T> type) {
        if (answer.length() > LONGEST_ANSWER) {
            throw Problem.tooLarge("people.passkey-refused");
        }
        try {
            return json.readValue(answer, type);
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "people.passkey-refused");
        }
    }
}
