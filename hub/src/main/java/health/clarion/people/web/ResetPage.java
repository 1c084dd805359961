package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.Passwords;
import health.clarion.people.Resets;
import health.clarion.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Forgotten passwords: asking for a link, and where the link leads. */
@Controller
class ResetPage {

    private final Resets resets;
    private final Passwords passwords;

    ResetPage(Resets resets, Passwords passwords) {
        this.resets = resets;
        this.passwords = passwords;
    }

    @GetMapping("/forgotten")
    String show(HttpServletRequest request, Model model) {
        return page(Form.of(request), false, model);
    }

    @PostMapping("/forgotten")
    String ask(HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        form.email("email").ifPresent(resets::ask);
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        return page(form, form.ok(), model);
    }

    private static String page(Form form, boolean asked, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("asked", asked);
        return "people/forgotten";
    }

    @GetMapping("/reset/{secret}")
    String choose(@PathVariable String secret, HttpServletRequest request, Model model) {
        owner(secret);
        model.addAttribute("form", Form.of(request));
        return "people/reset";
    }

    @PostMapping("/reset/{secret}")
    String finish(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Member owner = owner(secret);
        Form form = Form.of(request);
        String password = form.raw("password");
        passwords
                .objection(password, List.of(owner.name(), owner.email().value(), "clarion"))
                .ifPresent(why -> form.wrong("password", why));
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("form", form);
            return "people/reset";
        }
        resets.finish(secret, password);
        SessionCookie.clear(request, response);
        return "redirect:/sign-in?reset";
    }

    private Member owner(String secret) {
        return resets.owner(secret)
                .orElseThrow(() -> Problem.gone("people.reset-gone").next("people.reset-again", "/forgotten"));
    }
}
