package health.clarion.people.web;

import health.clarion.people.Invitations;
import health.clarion.people.Member;
import health.clarion.people.Passwords;
import health.clarion.people.Sessions;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an invitation's link leads. */
@Controller
class InvitationPage {

    private final Invitations invitations;
    private final Passwords passwords;
    private final Sessions sessions;

    InvitationPage(Invitations invitations, Passwords passwords, Sessions sessions) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping("/invitation/{secret}")
    String show(@PathVariable String secret, Model model) {
        Member invited = invited(secret);
        Map<String, String> start = Map.of(
                "name", invited.name(),
                "zone", invited.zone().getId(),
                "language", invited.locale().getLanguage());
        return page(invited, Form.with(start), model);
    }

    @PostMapping("/invitation/{secret}")
    String accept(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Member invited = invited(secret);
        Form form = Form.of(request);
        String name = form.name("name");
        ZoneId zone = form.zone("zone");
        String password = form.raw("password");
        passwords
                .objection(password, List.of(name, invited.email().value(), "clarion"))
                .ifPresent(why -> form.wrong("password", why));
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(invited, form, model);
        }
        Locale language = Words.closest(Locale.forLanguageTag(form.value("language")));
        Member member = invitations.accept(secret, name, language, zone, password);
        SessionCookie.write(
                request,
                response,
                sessions.begin(member.id(), true, false, Device.of(request)).secret());
        return member.needsSecondFactor() ? "redirect:/account/factors?welcome" : "redirect:/desk";
    }

    private Member invited(String secret) {
        return invitations.invited(secret).orElseThrow(() -> Problem.gone("people.invitation-gone")
                .next("people.sign-in", "/sign-in"));
    }

    private static String page(Member invited, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("invited", invited);
        return "people/invitation";
    }
}
