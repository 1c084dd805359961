package health.clarion.accounts.web;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.accounts.Connecting;
import health.clarion.accounts.Connecting.Result;
import health.clarion.channels.Channels;
import health.clarion.channels.Reason;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisation's accounts: which there are, whether they work, and connecting more. */
@Controller
@PreAuthorize(AccountsPage.STAFF)
class AccountsPage {

    /** Everybody but partners, who see one campaign. */
    static final String STAFF =
            "hasAnyRole('ADMINISTRATOR', 'COMMUNICATOR', 'CLINICIAN', 'LEGAL', 'MODERATOR', 'ANALYST')";

    /** Whoever may send something out may connect what it is sent through. */
    static final String CONNECTS = "hasAnyRole('ADMINISTRATOR', 'COMMUNICATOR') and hasAuthority('publish')";

    private final Accounts accounts;
    private final Connecting connecting;
    private final Channels channels;
    private final People people;

    AccountsPage(Accounts accounts, Connecting connecting, Channels channels, People people) {
        this.accounts = accounts;
        this.connecting = connecting;
        this.channels = channels;
        this.people = people;
    }

    @GetMapping("/accounts")
    String show(@RequestParam(defaultValue = "") String again, Model model) {
        Tried tried = again.isEmpty() ? Tried.NOTHING : asBefore(uuid(again));
        return page(tried, model);
    }

    @PostMapping("/accounts/bluesky")
    @PreAuthorize(CONNECTS)
    String bluesky(
            @RequestParam String server,
            @RequestParam String handle,
            @RequestParam String appPassword,
            Member me,
            Model model,
            RedirectAttributes left,
            HttpServletResponse response) {
        Result result = connecting.bluesky(server, handle, appPassword, me);
        return answer(result, "bluesky", Map.of("server", server, "handle", handle), model, left, response);
    }

    @PostMapping("/accounts/mastodon")
    @PreAuthorize(CONNECTS)
    String mastodon(
            @RequestParam String server,
            Member me,
            Model model,
            RedirectAttributes left,
            HttpServletResponse response) {
        return answer(connecting.mastodon(server, me), "mastodon", Map.of("server", server), model, left, response);
    }

    @GetMapping("/accounts/callback")
    @PreAuthorize(CONNECTS)
    String callback(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            Member me,
            Model model,
            RedirectAttributes left,
            HttpServletResponse response) {
        return answer(connecting.mastodonAnswer(state, code, me), "mastodon", Map.of(), model, left, response);
    }

    @PostMapping("/accounts/by-hand")
    @PreAuthorize(CONNECTS)
    String byHand(
            @RequestParam String network,
            @RequestParam String name,
            @RequestParam String address,
            Member me,
            Model model,
            RedirectAttributes left,
            HttpServletResponse response) {
        Map<String, String> typed = Map.of("network", network, "name", name, "address", address);
        Result result = byHandNetworks().stream().map(Network::id).anyMatch(network::equals)
                ? connecting.byHand(Network.of(network), name, address, me)
                : new Result.Refused(new Reason("accounts.network-missing", List.of()));
        return answer(result, "by-hand", typed, model, left, response);
    }

    @PostMapping("/accounts/{id}/disconnect")
    @PreAuthorize(CONNECTS)
    String disconnect(@PathVariable UUID id, Member me, Model model, RedirectAttributes left) {
        Account account = accounts.find(id).orElseThrow(() -> Problem.notFound("accounts.no-such-account"));
        boolean withdrawn = connecting.disconnect(id, me);
        String key = accounts.byHand(account)
                ? "accounts.removed"
                : withdrawn ? "accounts.disconnected" : "accounts.disconnected-here-only";
        left.addFlashAttribute(
                "flash", ui(model).t(key, account.who(), account.network().displayName()));
        return "redirect:/accounts";
    }

    private String answer(
            Result result,
            String form,
            Map<String, String> typed,
            Model model,
            RedirectAttributes left,
            HttpServletResponse response) {
        return switch (result) {
            case Result.Connected connected -> {
                Account account = connected.account();
                left.addFlashAttribute(
                        "flash",
                        ui(model)
                                .t(
                                        "accounts.connected",
                                        account.who(),
                                        account.network().displayName()));
                yield "redirect:/accounts";
            }
            case Result.YesNeeded yes -> {
                model.addAttribute("server", yes.server());
                model.addAttribute("page", yes.page());
                yield "accounts/yes-needed";
            }
            case Result.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(new Tried(form, typed, refused.reason()), model);
            }
            case Result.TryLater later -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield page(new Tried(form, typed, later.reason()), model);
            }
        };
    }

    private String page(Tried tried, Model model) {
        List<Accounts.Entry> all = accounts.all();
        Set<UUID> connectors = all.stream().map(Accounts.Entry::connectedBy).collect(Collectors.toSet());
        model.addAttribute("entries", all);
        model.addAttribute("names", people.named(connectors));
        model.addAttribute("byHand", byHandNetworks());
        model.addAttribute("tried", tried);
        return "accounts/accounts";
    }

    /** The form for signing in again, with what we know of the account. */
    private Tried asBefore(@Nullable UUID id) {
        Account account = id == null ? null : accounts.find(id).orElse(null);
        if (account == null || accounts.byHand(account)) {
            return Tried.NOTHING;
        }
        return new Tried(
                account.network().id(),
                Map.of("server", account.server().toString(), "handle", account.handle()),
                null);
    }

    private List<Network> byHandNetworks() {
        return Arrays.stream(Network.values())
                .filter(network -> channels.on(network).isEmpty())
                .toList();
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }

    private static Ui ui(Model model) {
        if (model.getAttribute("ui") instanceof Ui ui) {
            return ui;
        }
        throw new IllegalStateException("a page without its words");
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place accountsPlace(Accounts accounts) {
            return new Place(
                    "accounts",
                    "accounts.place",
                    "/accounts",
                    "plug",
                    85,
                    false,
                    viewer -> viewer.may("ROLE_ADMINISTRATOR") || viewer.may("ROLE_COMMUNICATOR"),
                    viewer -> accounts.waiting());
        }
    }
}
