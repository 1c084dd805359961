package health.clarion.people.web;

import health.clarion.people.Lending;
import health.clarion.people.Lending.Loan;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lending a role to a colleague while one is away. */
@Controller
class LendingPage {

    private final Lending lending;
    private final People people;

    LendingPage(Lending lending, People people) {
        this.lending = lending;
        this.people = people;
    }

    @GetMapping("/account/lending")
    String show(Member me, HttpServletRequest request, Model model) {
        return page(me, Form.of(request), model);
    }

    private String page(Member me, Form form, Model model) {
        List<Loan> given = lending.given(me.id());
        List<Loan> received = lending.received(me.id());
        model.addAttribute("form", form);
        model.addAttribute("given", given);
        model.addAttribute("received", received);
        model.addAttribute(
                "names",
                people.named(Stream.concat(given.stream(), received.stream())
                        .flatMap(loan -> Stream.of(loan.giver(), loan.receiver()))
                        .toList()));
        model.addAttribute(
                "roles",
                people.ownRoles(me.id()).stream().filter(Role::lendable).toList());
        model.addAttribute(
                "colleagues",
                people.all().stream()
                        .filter(member -> !member.id().equals(me.id()) && !member.is(Role.PARTNER))
                        .toList());
        return "people/lending";
    }

    @PostMapping("/account/lending")
    String lend(
            Member me,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes left) {
        Form form = Form.of(request);
        try {
            lending.lend(me, colleague(form), Role.of(form.value("role")), last(form));
        } catch (Problem problem) {
            form.wrong(problem.key().equals("people.lend-date") ? "until" : "colleague", problem.key());
        } catch (IllegalArgumentException unknown) {
            form.wrong("role", "people.lend-not-yours");
        }
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(me, form, model);
        }
        left.addFlashAttribute("flash", ui.t("people.lend-done"));
        return "redirect:/account/lending";
    }

    private static UUID colleague(Form form) {
        try {
            return UUID.fromString(form.value("colleague"));
        } catch (IllegalArgumentException nobody) {
            throw Problem.invalid("people.lend-nobody");
        }
    }

    private static LocalDate last(Form form) {
        try {
            return Optional.of(form.value("until")).map(LocalDate::parse).orElseThrow();
        } catch (DateTimeParseException noDate) {
            throw Problem.invalid("people.lend-date", Lending.LONGEST_DAYS);
        }
    }

    @PostMapping("/account/lending/{id}/end")
    String end(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        lending.end(id, me);
        left.addFlashAttribute("flash", ui.t("people.lend-ended"));
        return "redirect:/account/lending";
    }
}
