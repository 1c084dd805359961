package health.clarion.people.web;

import health.clarion.people.MemberAuthentication;
import health.clarion.people.Sessions;
import health.clarion.people.SignIn;
import health.clarion.people.SignIn.Result;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in with address and password, and signing out. */
@Controller
class SignInPage {

    private final SignIn signIn;
    private final Sessions sessions;

    SignInPage(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String show(HttpServletRequest request, Model model) {
        return CurrentMember.authentication().isPresent()
                ? "redirect:" + next(Form.of(request))
                : page(Form.of(request), model);
    }

    @PostMapping("/sign-in")
    String tryIn(HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        SessionCookie.read(request)
                .flatMap(sessions::find)
                .ifPresent(old -> sessions.end(old.id(), old.member(), "member:" + old.member()));
        return switch (signIn.withPassword(form.value("email"), form.raw("password"), Device.of(request))) {
            case Result.In in -> {
                SessionCookie.write(request, response, in.begun().secret());
                yield "redirect:" + afterwards(in, form);
            }
            case Result.CodeNext half -> {
                SessionCookie.write(request, response, half.begun().secret());
                yield "redirect:/sign-in/code" + keptNext(form);
            }
            case Result.Refused refused -> {
                form.wrong("password", "people.sign-in-refused");
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield page(form, model);
            }
        };
    }

    // Whoever can't sign off or publish yet is shown how, each time, and may go on.
    private static String afterwards(Result.In in, Form form) {
        boolean incomplete =
                in.member().needsSecondFactor() && in.begun().session().secondFactorAt() == null;
        return incomplete
                ? "/account/factors?needed&next=" + URLEncoder.encode(next(form), StandardCharsets.UTF_8)
                : next(form);
    }

    private static String page(Form form, Model model) {
        model.addAttribute("form", form);
        return "people/sign-in";
    }

    @PostMapping("/sign-out")
    String out(MemberAuthentication me, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(me.way().id(), me.member().id(), me.member().actor());
        SessionCookie.clear(request, response);
        return "redirect:/sign-in?signed-out";
    }

    static String next(Form form) {
        return form.value("next").isEmpty() ? "/desk" : Doors.ownPath(form.value("next"));
    }

    static String keptNext(Form form) {
        return form.value("next").isEmpty()
                ? ""
                : "?next=" + URLEncoder.encode(Doors.ownPath(form.value("next")), StandardCharsets.UTF_8);
    }
}
