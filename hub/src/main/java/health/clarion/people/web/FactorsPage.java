package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.Membership;
import health.clarion.people.Passkeys;
import health.clarion.people.Passwords;
import health.clarion.people.SecondFactors;
import health.clarion.people.SecondFactors.Seed;
import health.clarion.people.Sessions;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one signs in: password, passkeys, code app, recovery codes. */
@Controller
class FactorsPage {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final Membership membership;
    private final Sessions sessions;
    private final FreshProof.Guard fresh;

    FactorsPage(
            SecondFactors factors,
            Passkeys passkeys,
            Passwords passwords,
            Membership membership,
            Sessions sessions,
            FreshProof.Guard fresh) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.membership = membership;
        this.sessions = sessions;
        this.fresh = fresh;
    }

    @GetMapping("/account/factors")
    String show(MemberAuthentication me, HttpServletRequest request, Model model) {
        return page(me, Form.of(request), model);
    }

    private String page(MemberAuthentication me, Form form, Model model) {
        Member member = me.member();
        model.addAttribute("me", member);
        model.addAttribute("form", form);
        model.addAttribute("passkeys", passkeys.of(member.id()));
        model.addAttribute("codeApp", factors.hasCodeApp(member.id()));
        model.addAttribute("recoveryCodes", factors.recoveryCodesLeft(member.id()));
        model.addAttribute("fresh", fresh.isFresh(me));
        model.addAttribute("next", SignInPage.next(form));
        return "people/factors";
    }

    @PostMapping("/account/password")
    String changePassword(
            MemberAuthentication me,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes left) {
        Form form = Form.of(request);
        Member member = me.member();
        String next = form.raw("password");
        passwords
                .objection(next, List.of(member.name(), member.email().value(), "clarion"))
                .ifPresent(why -> form.wrong("password", why));
        if (form.ok()
                && !membership.changePassword(
                        member, form.raw("present"), next, me.way().id())) {
            form.wrong("present", "people.password-wrong");
        }
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(me, form, model);
        }
        left.addFlashAttribute("flash", ui.t("people.password-changed"));
        return "redirect:/account/factors";
    }

    @GetMapping("/account/factors/code-app")
    @FreshProof(back = "/account/factors/code-app")
    String codeApp(Member me, HttpServletRequest request, Model model) {
        return codeApp(factors.begin(me), Form.of(request), model);
    }

    @PostMapping("/account/factors/code-app")
    @FreshProof(back = "/account/factors/code-app")
    String confirmCodeApp(
            MemberAuthentication me, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Optional<List<String>> codes = factors.confirm(me.member(), form.value("code"));
        if (codes.isEmpty()) {
            form.wrong("code", "people.code-wrong");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return codeApp(factors.pending(me.member()), form, model);
        }
        sessions.proved(me.way().id(), me.member().id(), true);
        return codes.get().isEmpty() ? "redirect:/account/factors" : recoveryCodes(codes.get(), model);
    }

    private static String codeApp(Seed seed, Form form, Model model) {
        model.addAttribute("seed", String.join(" ", seed.text().split("(?<=\\G.{4})")));
        model.addAttribute("qr", QrCode.of(seed.uri()));
        model.addAttribute("form", form);
        return "people/code-app";
    }

    @PostMapping("/account/factors/code-app/removal")
    @FreshProof(back = "/account/factors")
    String removeCodeApp(Member me, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        factors.removeCodeApp(me, me.actor());
        left.addFlashAttribute("flash", ui.t("people.code-app-removed"));
        return "redirect:/account/factors";
    }

    @PostMapping("/account/factors/recovery-codes")
    @FreshProof(back = "/account/factors")
    String newRecoveryCodes(Member me, Model model) {
        return recoveryCodes(factors.newRecoveryCodes(me), model);
    }

    private static String recoveryCodes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "people/recovery-codes";
    }

    @PostMapping("/account/passkeys/removal")
    @FreshProof(back = "/account/factors")
    String removePasskey(Member me, @RequestParam String id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        passkeys.remove(me, id, me.actor());
        left.addFlashAttribute("flash", ui.t("people.passkey-removed"));
        return "redirect:/account/factors";
    }
}
