package health.clarion.campaigns.web;

import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Evidence;
import health.clarion.campaigns.Goal;
import health.clarion.campaigns.NetworkEvidence;
import health.clarion.campaigns.PlatformAdvice;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which network for whom, the table that rests on, and the calendar of awareness days. */
@Controller
class AdvicePages {

    private final PlatformAdvice advice;
    private final NetworkEvidence evidence;
    private final AwarenessDays days;
    private final Clock clock;

    AdvicePages(PlatformAdvice advice, NetworkEvidence evidence, AwarenessDays days, Clock clock) {
        this.advice = advice;
        this.evidence = evidence;
        this.days = days;
        this.clock = clock;
    }

    @GetMapping("/platform-advice")
    String advice(
            @RequestParam(required = false) @Nullable List<String> ages,
            @RequestParam(defaultValue = "awareness") String goal,
            Model model) {
        Set<AgeBand> bands = bands(ages == null ? List.of() : ages);
        model.addAttribute(
                "ranked", advice.rank(new Audience("-", "", bands, List.of(), Audience.USUAL_READER), goal(goal)));
        model.addAttribute("ages", bands);
        model.addAttribute("goal", goal(goal));
        model.addAttribute("rows", evidence.all());
        return "campaigns/advice";
    }

    @GetMapping("/platform-advice/new")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    ModelAndView add(@ModelAttribute("ui") Ui ui) {
        return form(ui, EvidenceForm.empty(), null, List.of());
    }

    @GetMapping("/platform-advice/{id}")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    ModelAndView edit(@PathVariable UUID id, @ModelAttribute("ui") Ui ui) {
        return form(ui, EvidenceForm.of(row(id)), id, List.of());
    }

    @PostMapping("/platform-advice")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    ModelAndView create(
            Member me,
            @ModelAttribute("form") EvidenceForm typed,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes next) {
        return save(typed, UUID.randomUUID(), null, me, ui, next);
    }

    @PostMapping("/platform-advice/{id}")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    ModelAndView change(
            Member me,
            @PathVariable UUID id,
            @ModelAttribute("form") EvidenceForm typed,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes next) {
        return save(typed, row(id).id(), id, me, ui, next);
    }

    @PostMapping("/platform-advice/{id}/remove")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    String remove(Member me, @PathVariable UUID id, @ModelAttribute("ui") Ui ui, RedirectAttributes next) {
        evidence.remove(row(id).id(), me.actor());
        next.addFlashAttribute("flash", ui.t("campaigns.evidence.removed"));
        return "redirect:/platform-advice";
    }

    @GetMapping("/awareness-days")
    String days(@RequestParam(defaultValue = "0") int year, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int shown = year < AwarenessDays.FIRST_YEAR || year > AwarenessDays.LAST_YEAR ? today.getYear() : year;
        model.addAttribute("year", shown);
        model.addAttribute("today", today);
        model.addAttribute("days", days.in(shown));
        return "campaigns/days";
    }

    private ModelAndView save(
            EvidenceForm typed, UUID id, @Nullable UUID edited, Member me, Ui ui, RedirectAttributes next) {
        EvidenceForm clean = cleaned(typed);
        EvidenceForm.Reading reading = clean.read(id);
        Evidence row = reading.evidence();
        if (row == null) {
            return form(ui, clean, edited, reading.wrongs());
        }
        if (!evidence.save(row, me.actor())) {
            String why = edited == null ? "campaigns.problem.evidence-full" : "campaigns.problem.stale";
            throw Problem.conflict(why, NetworkEvidence.MOST).next("campaigns.evidence.back", "/platform-advice");
        }
        next.addFlashAttribute("flash", ui.t("campaigns.evidence.saved"));
        return new ModelAndView("redirect:/platform-advice");
    }

    private static ModelAndView form(Ui ui, EvidenceForm form, @Nullable UUID id, List<Wrong> wrongs) {
        Map<String, String> said = new LinkedHashMap<>();
        wrongs.forEach(wrong -> said.putIfAbsent(
                wrong.field(), ui.t(wrong.key(), wrong.arguments().toArray())));
        ModelAndView page = new ModelAndView("campaigns/evidence");
        page.addObject("ui", ui);
        page.addObject("form", form);
        page.addObject("id", id);
        page.addObject("wrong", said);
        page.addObject("networks", Arrays.asList(Network.values()));
        if (!wrongs.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Evidence row(UUID id) {
        return evidence.find(id).orElseThrow(() -> Problem.notFound("campaigns.problem.no-evidence")
                .next("campaigns.evidence.back", "/platform-advice"));
    }

    private static EvidenceForm cleaned(EvidenceForm typed) {
        return new EvidenceForm(
                PlainText.line(typed.network()),
                PlainText.line(typed.country()),
                PlainText.line(typed.ageFrom()),
                PlainText.line(typed.ageTo()),
                PlainText.line(typed.share()),
                PlainText.line(typed.measure()),
                PlainText.line(typed.title()),
                PlainText.line(typed.source()),
                PlainText.line(typed.published()),
                PlainText.line(typed.surveyedFrom()),
                PlainText.line(typed.surveyedUntil()),
                PlainText.line(typed.asked()),
                typed.version());
    }

    static Set<AgeBand> bands(List<String> ids) {
        Set<AgeBand> bands = new LinkedHashSet<>();
        for (String id : ids) {
            try {
                bands.add(AgeBand.of(id));
            } catch (IllegalArgumentException unknown) {
                throw Problem.invalid("campaigns.problem.ages", id);
            }
        }
        return bands;
    }

    static Goal goal(String id) {
        try {
            return Goal.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("campaigns.problem.goal", id);
        }
    }
}
