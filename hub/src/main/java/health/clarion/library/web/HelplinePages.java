package health.clarion.library.web;

import health.clarion.library.Helpline;
import health.clarion.library.Helplines;
import health.clarion.library.web.HelpView.Country;
import health.clarion.library.web.HelpView.Line;
import health.clarion.people.Member;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator says which helplines were checked. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class HelplinePages {

    private static final int USUAL_DAYS = 90;

    private final Helplines helplines;
    private final Clock clock;

    HelplinePages(Helplines helplines, Clock clock) {
        this.helplines = helplines;
        this.clock = clock;
    }

    @GetMapping("/helplines")
    String lines(@RequestParam(defaultValue = "GB") String country, @ModelAttribute("ui") Ui ui, Model model) {
        String shown = helplines.countries().contains(country) ? country : "GB";
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        model.addAttribute("country", shown);
        model.addAttribute("countries", countries(ui.locale()));
        model.addAttribute(
                "lines",
                helplines.in(shown).stream()
                        .map(line -> new Line(line, helplines.check(line.id()).orElse(null)))
                        .toList());
        model.addAttribute("today", today);
        model.addAttribute("usual", today.plusDays(USUAL_DAYS));
        model.addAttribute("latest", today.plusDays(Helplines.LONGEST_CHECK_DAYS));
        return "library/helplines";
    }

    @PostMapping("/helplines/{id}/check")
    String check(
            Member me,
            @PathVariable String id,
            @RequestParam String until,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes next) {
        Helpline line = line(id);
        try {
            helplines.checked(id, LocalDate.parse(until), me.id());
        } catch (DateTimeException | IllegalArgumentException refused) {
            throw Problem.invalid("library.problem.until", Helplines.LONGEST_CHECK_DAYS)
                    .next("library.back", "/helplines?country=" + line.country());
        }
        next.addFlashAttribute("flash", ui.t("library.now-checked", line.name()));
        return "redirect:/helplines?country=" + line.country();
    }

    @PostMapping("/helplines/{id}/doubt")
    String doubt(Member me, @PathVariable String id, @ModelAttribute("ui") Ui ui, RedirectAttributes next) {
        Helpline line = line(id);
        helplines.doubted(id, me.id());
        next.addFlashAttribute("flash", ui.t("library.now-doubted", line.name()));
        return "redirect:/helplines?country=" + line.country();
    }

    private Helpline line(String id) {
        return helplines.find(id).orElseThrow(() -> Problem.notFound("library.problem.no-line"));
    }

    private List<Country> countries(Locale language) {
        return helplines.countries().stream()
                .map(code -> new Country(code, Helpline.countryName(code, language)))
                .sorted(Comparator.comparing(Country::name))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place helplinesPlace() {
            return new Place(
                    "helplines",
                    "library.helplines",
                    "/helplines",
                    "phone",
                    80,
                    false,
                    viewer -> viewer.may("ROLE_ADMINISTRATOR"),
                    viewer -> 0);
        }
    }
}
