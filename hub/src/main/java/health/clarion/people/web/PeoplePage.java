package health.clarion.people.web;

import health.clarion.people.EmailAddress;
import health.clarion.people.Invitations;
import health.clarion.people.Lending;
import health.clarion.people.Member;
import health.clarion.people.Membership;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.people.Sessions;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody with an account, for administrators: invite, change roles, close, reopen. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class PeoplePage {

    private final People people;
    private final Invitations invitations;
    private final Membership membership;
    private final Sessions sessions;
    private final Lending lending;

    PeoplePage(People people, Invitations invitations, Membership membership, Sessions sessions, Lending lending) {
        this.people = people;
        this.invitations = invitations;
        this.membership = membership;
        this.sessions = sessions;
        this.lending = lending;
    }

    @GetMapping("/people")
    String list(Model model) {
        List<Member> everybody = people.everybody();
        model.addAttribute("everybody", everybody);
        model.addAttribute("waiting", invitations.waiting());
        return "people/people";
    }

    @GetMapping("/people/invite")
    String invite(Member me, Model model) {
        return invitation(Form.with(Map.of("language", me.locale().getLanguage())), model);
    }

    private static String invitation(Form form, Model model) {
        model.addAttribute("form", form);
        return "people/invite";
    }

    @PostMapping("/people/invite")
    String send(
            Member me,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes left) {
        Form form = Form.of(request);
        String name = form.name("name");
        Optional<EmailAddress> email = form.email("email");
        Set<Role> roles = roles(form);
        UUID campaign = campaign(form);
        if (form.ok() && email.isPresent()) {
            Locale language = Words.closest(Locale.forLanguageTag(form.value("language")));
            try {
                invitations.invite(new Invitations.Wish(name, email.get(), roles, language, campaign), me);
            } catch (Problem problem) {
                form.wrong(problem.key().equals("people.already-here") ? "email" : "roles", problem.key());
            }
        }
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return invitation(form, model);
        }
        left.addFlashAttribute("flash", ui.t("people.invited", form.value("email")));
        return "redirect:/people";
    }

    @GetMapping("/people/{id}")
    String one(@PathVariable UUID id, Model model) {
        Form form = Form.roles(people.ownRoles(id), known(id).campaign());
        return one(known(id), form, model);
    }

    private String one(Member member, Form form, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("form", form);
        model.addAttribute("waiting", invitations.isWaiting(member.id()));
        model.addAttribute("openUntil", invitations.openUntil(member.id()).orElse(null));
        model.addAttribute("sessions", sessions.of(member.id()).size());
        model.addAttribute("received", lending.received(member.id()));
        return "people/member";
    }

    @PostMapping("/people/{id}/roles")
    String changeRoles(
            Member me,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes left) {
        Form form = Form.of(request);
        UUID campaign = campaign(form);
        try {
            if (form.ok()) {
                membership.changeRoles(id, roles(form), campaign, me);
            }
        } catch (Problem problem) {
            form.wrong("roles", problem.key());
        }
        if (!form.ok()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return one(known(id), form, model);
        }
        return done(id, "people.roles-changed", ui, left);
    }

    @PostMapping("/people/{id}/closing")
    String close(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        membership.close(id, me);
        return done(id, "people.closed-now", ui, left);
    }

    @PostMapping("/people/{id}/reopening")
    String reopen(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        membership.reopen(id, me);
        return done(id, "people.reopened-now", ui, left);
    }

    @PostMapping("/people/{id}/invitation")
    String inviteAgain(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        invitations.again(id, me);
        return done(id, "people.invited-again", ui, left);
    }

    @PostMapping("/people/{id}/sessions/end")
    String endSessions(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        sessions.endAll(known(id).id(), null, me.actor());
        return done(id, "people.sessions-all-ended", ui, left);
    }

    @PostMapping("/people/{id}/second-factors/removal")
    @FreshProof(back = "/people")
    String removeFactors(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes left) {
        membership.removeSecondFactors(id, me);
        return done(id, "people.factors-removed", ui, left);
    }

    private static String done(UUID id, String messageKey, Ui ui, RedirectAttributes left) {
        left.addFlashAttribute("flash", ui.t(messageKey));
        return "redirect:/people/" + id;
    }

    private Member known(UUID id) {
        return people.find(id)
                .orElseThrow(() -> Problem.notFound("people.nobody").next("people.to-people", "/people"));
    }

    private static Set<Role> roles(Form form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(Arrays.stream(Role.values())
                .filter(role -> form.checked("roles", role.id()))
                .collect(Collectors.toSet()));
        return roles;
    }

    private static @Nullable UUID campaign(Form form) {
        try {
            return form.value("campaign").isEmpty() ? null : UUID.fromString(form.value("campaign"));
        } catch (IllegalArgumentException malformed) {
            form.wrong("campaign", "people.campaign-wrong");
            return null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place peoplePlace() {
            return new Place(
                    "people",
                    "people.people",
                    "/people",
                    "users",
                    90,
                    false,
                    viewer -> viewer.may(Role.ADMINISTRATOR.authority()),
                    viewer -> 0);
        }
    }
}
