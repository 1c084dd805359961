package health.clarion.accounts.web;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.accounts.Connecting;
import health.clarion.accounts.Connecting.Result;
import health.clarion.channels.Reason;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for programs. Tokens and passwords go in, never out. Connecting the same account twice gives one account. */
@RestController
@RequestMapping("/api/v1/accounts")
@PreAuthorize(AccountsPage.STAFF)
class AccountsApi {

    private final Accounts accounts;
    private final Connecting connecting;

    AccountsApi(Accounts accounts, Connecting connecting) {
        this.accounts = accounts;
        this.connecting = connecting;
    }

    /** An account as programs see it. */
    record View(
            UUID id,
            String network,
            URI server,
            String handle,
            String displayName,
            String status,
            boolean byHand,
            Instant connectedAt,
            @Nullable Instant limitsAt) {}

    /**
     * What to connect: Bluesky takes {@code server} (else bsky.social), {@code handle} and {@code appPassword}; Mastodon
     * takes {@code server}; a network without an open way in takes {@code name} and {@code address}.
     */
    record Connect(
            String network,
            @Nullable String server,
            @Nullable String handle,
            @Nullable String appPassword,
            @Nullable String name,
            @Nullable String address) {

        @Override
        public String toString() {
            return "Connect[" + network + ", hidden]";
        }
    }

    /** Where somebody has to say yes, in a browser in which the same member is signed in. */
    record YesNeeded(URI authorize) {}

    @ApiCall("Lists the connected accounts.")
    @GetMapping
    List<View> all() {
        return accounts.all().stream().map(this::view).toList();
    }

    @ApiCall("Shows one account.")
    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        return accounts.all().stream()
                .filter(entry -> entry.account().id().equals(id))
                .findFirst()
                .map(this::view)
                .orElseThrow(AccountsApi::none);
    }

    /** What the account's server accepts, as it last said, or our dated figures. */
    @ApiCall("Shows what the account’s server accepts.")
    @GetMapping("/{id}/capabilities")
    Capabilities capabilities(@PathVariable UUID id) {
        return accounts.capabilities(accounts.find(id).orElseThrow(AccountsApi::none));
    }

    @ApiCall(
            value =
                    "Connects an account: with an app password (Bluesky), by hand (the copy pack), or by naming the page where somebody says yes (Mastodon, 202).",
            answers = {
                @ApiCall.Answer(status = 201, body = View.class),
                @ApiCall.Answer(status = 202, body = YesNeeded.class)
            })
    @PostMapping
    @PreAuthorize(AccountsPage.CONNECTS)
    ResponseEntity<Object> connect(@RequestBody Connect connect, Member me) {
        return switch (tried(connect, me)) {
            case Result.Connected connected ->
                ResponseEntity.created(URI.create(
                                "/api/v1/accounts/" + connected.account().id()))
                        .body(one(connected.account().id()));
            case Result.YesNeeded yes -> ResponseEntity.accepted().body(new YesNeeded(yes.page()));
            case Result.Refused refused ->
                throw Problem.invalid(refused.reason().key(), arguments(refused.reason()));
            case Result.TryLater later ->
                throw Problem.unavailable(later.reason().key(), arguments(later.reason()));
        };
    }

    @ApiCall(value = "Disconnects an account and forgets its credentials.", answers = @ApiCall.Answer(status = 204))
    @DeleteMapping("/{id}")
    @PreAuthorize(AccountsPage.CONNECTS)
    ResponseEntity<Void> disconnect(@PathVariable UUID id, Member me) {
        connecting.disconnect(id, me);
        return ResponseEntity.noContent().build();
    }

    private Result tried(Connect connect, Member me) {
        Network network;
        try {
            network = Network.of(connect.network());
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("accounts.network-missing");
        }
        return switch (network) {
            case BLUESKY ->
                connecting.bluesky(
                        given(connect.server(), "https://bsky.social"),
                        given(connect.handle(), ""),
                        given(connect.appPassword(), ""),
                        me);
            case MASTODON -> connecting.mastodon(given(connect.server(), ""), me);
            case X, FACEBOOK, INSTAGRAM, THREADS, LINKEDIN, TIKTOK, YOUTUBE, SNAPCHAT ->
                connecting.byHand(network, given(connect.name(), ""), given(connect.address(), ""), me);
        };
    }

    private View view(Accounts.Entry entry) {
        Account account = entry.account();
        return new View(
                account.id(),
                account.network().id(),
                account.server(),
                account.handle(),
                account.displayName(),
                account.status().id(),
                accounts.byHand(account),
                entry.connectedAt(),
                entry.limitsAt());
    }

    private static Object[] arguments(Reason reason) {
        return reason.arguments().toArray();
    }

    private static String given(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static Problem none() {
        return Problem.notFound("accounts.no-such-account");
    }
}
