package health.clarion.people.web;

import health.clarion.people.SecondFactors;
import health.clarion.people.Sessions.Begun;
import health.clarion.people.Sessions.Session;
import health.clarion.people.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The second step of signing in: a code of the app, a recovery code, or a passkey. */
@Controller
class SignInCodePage {

    private final SignIn signIn;
    private final SecondFactors factors;
    private final MemberSessions sessions;

    SignInCodePage(SignIn signIn, SecondFactors factors, MemberSessions sessions) {
        this.signIn = signIn;
        this.factors = factors;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in/code")
    String show(HttpServletRequest request, Model model) {
        return sessions.halfWay(request)
                .map(session -> page(session, Form.of(request), model))
                .orElse("redirect:/sign-in");
    }

    @PostMapping("/sign-in/code")
    String finish(HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Session> halfWay = sessions.halfWay(request);
        if (halfWay.isEmpty()) {
            return "redirect:/sign-in?late";
        }
        Form form = Form.of(request);
        Optional<Begun> begun =
                signIn.withCode(halfWay.get(), form.value("code"), form.checked("recovery"), Device.of(request));
        if (begun.isEmpty()) {
            form.wrong("code", form.checked("recovery") ? "people.recovery-wrong" : "people.code-wrong");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(halfWay.get(), form, model);
        }
        SessionCookie.write(request, response, begun.get().secret());
        return "redirect:" + SignInPage.next(form);
    }

    private String page(Session session, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("codeApp", factors.hasCodeApp(session.member()));
        return "people/sign-in-code";
    }
}
