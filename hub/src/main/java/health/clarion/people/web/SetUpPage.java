package health.clarion.people.web;

import health.clarion.people.EmailAddress;
import health.clarion.people.Passwords;
import health.clarion.people.Sessions;
import health.clarion.people.SetUp;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The first page anybody sees: the organisation and its first administrator. */
@Controller
class SetUpPage {

    private final SetUp setUp;
    private final Passwords passwords;
    private final Sessions sessions;

    SetUpPage(SetUp setUp, Passwords passwords, Sessions sessions) {
        this.setUp = setUp;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping("/set-up/{secret}")
    String show(@PathVariable String secret, @ModelAttribute("ui") Ui ui, Model model) {
        requireOpen(secret);
        Map<String, String> start = Map.of(
                "zone", ui.zone().getId(),
                "language", ui.locale().getLanguage(),
                "communicator", "yes");
        return page(Form.with(start), model);
    }

    @PostMapping("/set-up/{secret}")
    String finish(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOpen(secret);
        Form form = Form.of(request);
        Optional<SetUp.First> first = read(form);
        if (first.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(form, model);
        }
        UUID member = setUp.finish(secret, first.get());
        SessionCookie.write(
                request,
                response,
                sessions.begin(member, true, false, Device.of(request)).secret());
        return "redirect:/account/factors?welcome";
    }

    private Optional<SetUp.First> read(Form form) {
        String organisation = form.name("organisation");
        ZoneId zone = form.zone("zone");
        Locale language = Words.closest(Locale.forLanguageTag(form.value("language")));
        String name = form.name("name");
        Optional<EmailAddress> email = form.email("email");
        String password = form.raw("password");
        passwords
                .objection(password, List.of(organisation, name, form.value("email"), "clarion"))
                .ifPresent(why -> form.wrong("password", why));
        return form.ok()
                ? email.map(address -> new SetUp.First(
                        organisation, zone, language, name, address, password, form.checked("communicator")))
                : Optional.empty();
    }

    private void requireOpen(String secret) {
        if (!setUp.opens(secret)) {
            throw Problem.gone("people.set-up-gone").next("people.sign-in", "/sign-in");
        }
    }

    private static String page(Form form, Model model) {
        model.addAttribute("form", form);
        return "people/set-up";
    }
}
