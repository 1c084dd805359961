package health.clarion.people.web;

import health.clarion.people.MemberAuthentication;
import health.clarion.people.Scope;
import health.clarion.people.SecondFactors;
import health.clarion.people.Tokens;
import health.clarion.people.Tokens.Token;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens, for programs. A token never makes one that may do more than itself, unless a code comes with it. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

    private static final int USUAL_DAYS = 30;

    private final Tokens tokens;
    private final SecondFactors factors;
    private final FreshProof.Guard fresh;

    TokensApi(Tokens tokens, SecondFactors factors, FreshProof.Guard fresh) {
        this.tokens = tokens;
        this.factors = factors;
        this.fresh = fresh;
    }

    /** @param token the secret, in the answer to making it only */
    record TokenView(
            UUID id,
            String name,
            List<String> scopes,
            Instant madeAt,
            Instant endsAt,
            @Nullable Instant usedAt,
            @Nullable String token) {

        static TokenView of(Token token, @Nullable String secret) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(Scope::id).toList(),
                    token.madeAt(),
                    token.endsAt(),
                    token.usedAt(),
                    secret);
        }
    }

    @ApiCall("Lists the caller’s tokens, without their secrets.")
    @GetMapping
    List<TokenView> list(MemberAuthentication me) {
        return tokens.of(me.member().id()).stream()
                .map(token -> TokenView.of(token, null))
                .toList();
    }

    /** @param code of the code app; needed for sign-off and publish unless a second factor was shown just now */
    record NewToken(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days,
            @Nullable String code) {}

    // The secret is in this answer only: nothing on the way may keep it.
    @ApiCall(
            value = "Makes a token; its secret is in this answer only. Sign-off and publish need a code.",
            answers = @ApiCall.Answer(status = 201, body = TokenView.class))
    @PostMapping
    ResponseEntity<TokenView> make(MemberAuthentication me, @RequestBody NewToken asked) {
        OwnChanges.require(me);
        String name = Asked.name("name", asked.name());
        Set<Scope> scopes = Asked.scopes(asked.scopes());
        Duration life = Duration.ofDays(asked.days() == null ? USUAL_DAYS : asked.days());
        Tokens.Made made = tokens.make(
                me.member(),
                new Tokens.Wish(name, scopes, life),
                proved(me, scopes, asked.code()),
                me.member().actor());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(TokenView.of(made.token(), made.secret()));
    }

    private boolean proved(MemberAuthentication me, Set<Scope> scopes, @Nullable String code) {
        if (scopes.stream().noneMatch(Scope::strong)) {
            return false;
        }
        if (code != null) {
            if (!factors.codeIsRight(me.member().id(), code)) {
                throw Problem.invalid("people.code-wrong");
            }
            return true;
        }
        return me.may(Scope.SIGN_OFF) && fresh.isFresh(me);
    }

    @ApiCall("Revokes a token.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(MemberAuthentication me, @PathVariable UUID id) {
        OwnChanges.require(me);
        if (!tokens.revoke(id, me.member().id(), me.member().actor())) {
            throw Problem.notFound("people.token-gone");
        }
    }
}
