package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.Scope;
import health.clarion.people.SecondFactors;
import health.clarion.people.Tokens;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own API tokens. */
@Controller
class TokensPage {

    /** How long a token may live, in days, as the form offers it. */
    private static final List<Integer> LIVES = List.of(1, 7, 30, 90, 365);

    private final Tokens tokens;
    private final SecondFactors factors;
    private final FreshProof.Guard fresh;

    TokensPage(Tokens tokens, SecondFactors factors, FreshProof.Guard fresh) {
        this.tokens = tokens;
        this.factors = factors;
        this.fresh = fresh;
    }

    @GetMapping("/account/tokens")
    String show(MemberAuthentication me, Model model) {
        return page(me, Form.with(Map.of("days", "30", "scope", Scope.READ.id())), model);
    }

    private String page(MemberAuthentication me, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("tokens", tokens.of(me.member().id()));
        model.addAttribute(
                "scopes",
                Arrays.stream(Scope.values())
                        .filter(scope -> may(me.member(), scope))
                        .toList());
        model.addAttribute("lives", LIVES);
        model.addAttribute("fresh", fresh.isFresh(me) && me.member().secondFactor());
        model.addAttribute("codeApp", factors.hasCodeApp(me.member().id()));
        return "people/tokens";
    }

    private static boolean may(Member member, Scope scope) {
        return Tokens.allowed(member, scope);
    }

    @PostMapping("/account/tokens")
    String make(MemberAuthentication me, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String name = form.name("name");
        Set<Scope> scopes = form.all("scope").stream()
                .filter(id -> Arrays.stream(Scope.values())
                        .anyMatch(scope -> scope.id().equals(id)))
                .map(Scope::of)
                .collect(Collectors.toSet());
        int days = days(form);
        boolean proved = proved(me, form, scopes);
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(me, form, model);
        }
        Tokens.Made made = tokens.make(
                me.member(),
                new Tokens.Wish(name, scopes, Duration.ofDays(days)),
                proved,
                me.member().actor());
        model.addAttribute("made", made);
        return "people/token-made";
    }

    private static int days(Form form) {
        try {
            int days = Integer.parseInt(form.value("days"));
            if (LIVES.contains(days)) {
                return days;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for any other length that is not offered.
        }
        form.wrong("days", "people.token-days-wrong");
        return 0;
    }

    private boolean proved(MemberAuthentication me, Form form, Set<Scope> scopes) {
        if (scopes.stream().noneMatch(Scope::strong)) {
            return false;
        }
        if (form.ok() && days(form) > Tokens.LONGEST_STRONG.toDays()) {
            form.wrong("days", "people.token-strong-days");
        }
        if (me.may(Scope.SIGN_OFF) && fresh.isFresh(me)) {
            return true;
        }
        boolean right = form.ok()
                && !form.value("code").isEmpty()
                && factors.codeIsRight(me.member().id(), form.value("code"));
        if (!right && form.ok()) {
            form.wrong("code", form.value("code").isEmpty() ? "people.token-needs-second-factor" : "people.code-wrong");
        }
        return right;
    }

    @PostMapping("/account/tokens/{id}/revocation")
    String revoke(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        if (!tokens.revoke(id, me.id(), me.actor())) {
            throw Problem.notFound("people.token-gone");
        }
        left.addFlashAttribute("flash", ui.t("people.token-revoked"));
        return "redirect:/account/tokens";
    }
}
