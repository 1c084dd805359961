package health.clarion.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a page does, the API does too; and where it doesn't, why. */
@HubTest
class SameAsThePagesTest {

    private static final String A_BROWSER_IS_BEING_SIGNED_IN = "signing in gives a browser its session";
    private static final String SECOND_FACTORS_STAY_IN_BROWSERS =
            "a token must not be able to weaken or take over the account it belongs to";
    private static final String WHOEVER_COMES_HAS_NO_ACCOUNT =
            "a link by mail is opened by somebody without an account";

    /** The form's address, and the calls that do the same. */
    private static final Map<String, String> DONE_BY = calls("""
            /account                              PUT /api/v1/me
            /account/lending                      POST /api/v1/me/loans
            /account/lending/{id}/end             DELETE /api/v1/me/loans/{id}
            /account/password                     POST /api/v1/me/password
            /account/sessions/end-others          DELETE /api/v1/me/sessions
            /account/sessions/{id}/end            DELETE /api/v1/me/sessions/{id}
            /account/tokens                       POST /api/v1/tokens
            /account/tokens/{id}/revocation       DELETE /api/v1/tokens/{id}
            /accounts/bluesky                     POST /api/v1/accounts
            /accounts/by-hand                     POST /api/v1/accounts
            /accounts/mastodon                    POST /api/v1/accounts
            /accounts/{id}/disconnect             DELETE /api/v1/accounts/{id}
            /calendar/feed                        POST /api/v1/calendar/feed
            /calendar/feed/end                    DELETE /api/v1/calendar/feed
            /calendar/move                        POST /api/v1/calendar/move
            /calendar/rhythm/{network}            PUT /api/v1/rhythm/{network}
            /campaigns                            POST /api/v1/campaigns
            /campaigns/{slug}/edit                PUT /api/v1/campaigns/{id}
            /campaigns/{slug}/hashtags            PUT /api/v1/campaigns/{id}
            /campaigns/{slug}/pause               PUT /api/v1/campaigns/{id}/paused
            /campaigns/{slug}/state               POST /api/v1/campaigns/{id}/state
            /deliveries/{id}/accept               POST /api/v1/deliveries/{id}/accept
            /deliveries/{id}/drop                 DELETE /api/v1/deliveries/{id}
            /deliveries/{id}/keep                 POST /api/v1/deliveries/{id}/keep
            /deliveries/{id}/move                 POST /api/v1/deliveries/{id}/move
            /deliveries/{id}/retract              POST /api/v1/deliveries/{id}/retract
            /deliveries/{id}/send-now             POST /api/v1/deliveries/{id}/send-now
            /deliveries/{id}/settle               POST /api/v1/deliveries/{id}/settle
            /desk/remind/{submission}             POST /api/v1/reviews/{submission}/reminders
            /helplines/{id}/check                 PUT /api/v1/helplines/{id}/check
            /helplines/{id}/doubt                 DELETE /api/v1/helplines/{id}/check
            /inbox/author/erase                   DELETE /api/v1/inbox/authors/{network}/{handle}
            /inbox/duty                           POST /api/v1/duty
            /inbox/duty/{id}/remove               DELETE /api/v1/duty/{id}
            /inbox/{id}/answer                    POST /api/v1/inbox/{id}/answer
            /inbox/{id}/answered                  POST /api/v1/inbox/{id}/answered
            /inbox/{id}/claim                     POST /api/v1/inbox/{id}/claim
            /inbox/{id}/done                      POST /api/v1/inbox/{id}/done
            /inbox/{id}/release                   POST /api/v1/inbox/{id}/release
            /inbox/{id}/reopen                    POST /api/v1/inbox/{id}/reopen
            /inbox/{id}/settle                    POST /api/v1/inbox/{id}/settle
            /media                                POST /api/v1/media
            /media/items/{id}                     PATCH /api/v1/media/{id}
            /organisation                         PUT /api/v1/organisation
            /outbox/again                         POST /api/v1/outbox/again
            /pause                                POST /api/v1/pauses
            /pause/{id}/end                       DELETE /api/v1/pauses/{id}
            /people/invite                        POST /api/v1/people
            /people/{id}/closing                  DELETE /api/v1/people/{id}
            /people/{id}/invitation               POST /api/v1/people/{id}/invitation
            /people/{id}/reopening                POST /api/v1/people/{id}/reopening
            /people/{id}/roles                    PUT /api/v1/people/{id}/roles
            /people/{id}/second-factors/removal   POST /api/v1/people/{id}/second-factors/removal
            /people/{id}/sessions/end             DELETE /api/v1/people/{id}/sessions
            /platform-advice                      POST /api/v1/platform-advice/evidence
            /platform-advice/{id}                 PUT /api/v1/platform-advice/evidence/{id}
            /platform-advice/{id}/remove          DELETE /api/v1/platform-advice/evidence/{id}
            /posts                                POST /api/v1/posts
            /posts/{id}                           PUT /api/v1/posts/{id}
            /posts/{id}/archive                   POST /api/v1/posts/{id}/archive
            /posts/{id}/autosave                  PUT /api/v1/posts/{id}
            /posts/{id}/check                     POST /api/v1/posts/{id}/check
            /posts/{id}/copy                      POST /api/v1/posts/{id}/copy
            /posts/{id}/delete                    DELETE /api/v1/posts/{id}
            /posts/{id}/focus                     PATCH /api/v1/media/{id}
            /posts/{id}/picture                   POST /api/v1/media
            /posts/{id}/presence                  PUT /api/v1/posts/{id}/presence
            /posts/{id}/submit                    POST /api/v1/posts/{id}/submit
            /posts/{id}/versions/{number}/restore POST /api/v1/posts/{id}/revisions/{number}/restore
            /posts/{id}/withdraw                  POST /api/v1/posts/{id}/withdraw
            /posts/{post}/schedule                POST /api/v1/deliveries
            /review/on-call                       POST /api/v1/reviews/on-call
            /review/on-call/{id}/remove           DELETE /api/v1/reviews/on-call/{id}
            /review/{submission}/changes          POST /api/v1/reviews/{submission}/changes
            /review/{submission}/guests           POST /api/v1/reviews/{submission}/guests
            /review/{submission}/relax            POST /api/v1/reviews/{submission}/relax
            /review/{submission}/remind           POST /api/v1/reviews/{submission}/reminders
            /review/{submission}/sign             POST /api/v1/reviews/{submission}/sign-offs
            /review/{submission}/urgent           POST /api/v1/reviews/{submission}/urgent
            /review/{submission}/window           POST /api/v1/reviews/{submission}/window
            """);

    private static final Map<String, String> ONLY_IN_A_BROWSER = Map.ofEntries(
            Map.entry("/sign-in", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/sign-in/code", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/sign-in/passkey", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/sign-in/passkey/options", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/sign-out", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/account/confirm", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/account/confirm/passkey", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/account/confirm/passkey/options", A_BROWSER_IS_BEING_SIGNED_IN),
            Map.entry("/account/factors/code-app", SECOND_FACTORS_STAY_IN_BROWSERS),
            Map.entry("/account/factors/code-app/removal", SECOND_FACTORS_STAY_IN_BROWSERS),
            Map.entry("/account/factors/recovery-codes", SECOND_FACTORS_STAY_IN_BROWSERS),
            Map.entry("/account/passkeys", SECOND_FACTORS_STAY_IN_BROWSERS),
            Map.entry("/account/passkeys/options", SECOND_FACTORS_STAY_IN_BROWSERS),
            Map.entry("/account/passkeys/removal", SECOND_FACTORS_STAY_IN_BROWSERS),
            Map.entry("/forgotten", WHOEVER_COMES_HAS_NO_ACCOUNT),
            Map.entry("/invitation/{secret}", WHOEVER_COMES_HAS_NO_ACCOUNT),
            Map.entry("/reset/{secret}", WHOEVER_COMES_HAS_NO_ACCOUNT),
            Map.entry("/set-up/{secret}", WHOEVER_COMES_HAS_NO_ACCOUNT),
            Map.entry("/sign/{token}", WHOEVER_COMES_HAS_NO_ACCOUNT),
            Map.entry("/sign/{token}/code", WHOEVER_COMES_HAS_NO_ACCOUNT));

    private final RequestMappingHandlerMapping handlers;
    private final Operations operations;

    SameAsThePagesTest(RequestMappingHandlerMapping handlers, Operations operations) {
        this.handlers = handlers;
        this.operations = operations;
    }

    @Test
    void everyFormOfAPageHasItsCallOrAReasonWhyNot() {
        Set<String> explained = new TreeSet<>(DONE_BY.keySet());
        explained.addAll(ONLY_IN_A_BROWSER.keySet());

        assertThat(explained).isEqualTo(forms());
        assertThat(DONE_BY.keySet()).doesNotContainAnyElementsOf(ONLY_IN_A_BROWSER.keySet());
    }

    @Test
    void everyCallNamedThereIsOne() {
        Set<String> calls = operations.all().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toSet());
        assertThat(calls).containsAll(DONE_BY.values());
    }

    private Set<String> forms() {
        Set<String> forms = new TreeSet<>();
        handlers.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.startsWith("/api/"))
                .forEach(forms::add);
        return forms;
    }

    private static Map<String, String> calls(String lines) {
        Map<String, String> calls = new TreeMap<>();
        lines.lines().map(line -> line.split(" +", 2)).forEach(line -> calls.put(line[0], line[1]));
        return calls;
    }
}
