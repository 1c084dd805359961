package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.Organisation;
import health.clarion.people.Organisations;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisation's settings, for administrators. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class OrganisationPage {

    private final Organisations organisations;

    OrganisationPage(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/organisation")
    String show(Model model) {
        Organisation now = organisations.current();
        Map<String, String> start = Map.of(
                "name", now.name(),
                "zone", now.zone().getId(),
                "language", now.locale().getLanguage(),
                "address", organisations.writtenAddress(),
                "duty", now.dutyContact());
        return page(Form.with(start), model);
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("address", organisations.current().address().toString());
        return "people/organisation";
    }

    @PostMapping("/organisation")
    String change(
            Member me,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes left) {
        Form form = Form.of(request);
        String name = form.name("name");
        ZoneId zone = form.zone("zone");
        String address = form.value("address").replaceAll("/+$", "");
        if (!Organisations.isAddress(address)) {
            form.wrong("address", "people.address-wrong");
        }
        if (form.value("duty").length() > Organisations.LONGEST_DUTY) {
            form.wrong("duty", "people.duty-long");
        }
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(form, model);
        }
        Locale language = Words.closest(Locale.forLanguageTag(form.value("language")));
        organisations.change(new Organisations.Settings(name, zone, language, address, form.value("duty")), me.actor());
        left.addFlashAttribute("flash", ui.t("people.saved"));
        return "redirect:/organisation";
    }
}
