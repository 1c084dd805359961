package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.Membership;
import health.clarion.people.SecondFactors;
import health.clarion.people.Sessions;
import health.clarion.people.SignIn;
import health.clarion.ui.Theme;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: profile, sessions, and proving again who one is. */
@Controller
class AccountPage {

    private final Membership membership;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SignIn signIn;

    AccountPage(Membership membership, Sessions sessions, SecondFactors factors, SignIn signIn) {
        this.membership = membership;
        this.sessions = sessions;
        this.factors = factors;
        this.signIn = signIn;
    }

    @GetMapping("/account")
    String profile(Member me, HttpServletRequest request, Model model) {
        model.addAttribute("saved", request.getParameter("saved") != null);
        Map<String, String> start = Map.of(
                "name", me.name(),
                "language", me.locale().getLanguage(),
                "zone", me.zone().getId(),
                "theme", me.theme().id());
        return profile(me, Form.with(start), model);
    }

    @PostMapping("/account")
    String describe(Member me, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String name = form.name("name");
        ZoneId zone = form.zone("zone");
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return profile(me, form, model);
        }
        Locale language = Words.closest(Locale.forLanguageTag(form.value("language")));
        membership.describe(me, name, language, zone, Theme.of(form.value("theme")));
        return "redirect:/account?saved";
    }

    private static String profile(Member me, Form form, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("form", form);
        return "people/account";
    }

    @GetMapping("/account/sessions")
    String sessions(MemberAuthentication me, Model model) {
        model.addAttribute("sessions", sessions.of(me.member().id()));
        model.addAttribute("here", me.way().id());
        return "people/sessions";
    }

    @PostMapping("/account/sessions/{id}/end")
    String endSession(
            MemberAuthentication me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        sessions.end(id, me.member().id(), me.member().actor());
        left.addFlashAttribute("flash", ui.t("people.session-ended"));
        return "redirect:/account/sessions";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(MemberAuthentication me, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        int ended = sessions.endAll(me.member().id(), me.way().id(), me.member().actor());
        left.addFlashAttribute("flash", ui.t("people.sessions-ended", ended));
        return "redirect:/account/sessions";
    }

    @GetMapping("/account/confirm")
    String confirm(Member me, HttpServletRequest request, Model model) {
        return confirm(me, Form.of(request), model);
    }

    @PostMapping("/account/confirm")
    String prove(MemberAuthentication me, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Member member = me.member();
        boolean codeApp = factors.hasCodeApp(member.id());
        boolean right = codeApp
                ? factors.codeIsRight(member.id(), form.value("code"))
                : !member.secondFactor() && membership.isPassword(member, form.raw("password"));
        if (!right) {
            form.wrong(codeApp ? "code" : "password", codeApp ? "people.code-wrong" : "people.password-wrong");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return confirm(member, form, model);
        }
        sessions.proved(me.way().id(), member.id(), codeApp || signIn.isDemo(member.id()));
        return "redirect:" + (form.value("next").isEmpty() ? "/account" : Doors.ownPath(form.value("next")));
    }

    private String confirm(Member me, Form form, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("form", form);
        model.addAttribute("codeApp", factors.hasCodeApp(me.id()));
        return "people/confirm";
    }
}
