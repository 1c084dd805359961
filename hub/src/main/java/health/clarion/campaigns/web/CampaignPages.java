package health.clarion.campaigns.web;

import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Campaigns.Change;
import health.clarion.campaigns.Goal;
import health.clarion.campaigns.PageChecks;
import health.clarion.campaigns.PageFinding;
import health.clarion.campaigns.web.BriefReader.Reading;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The staff's campaigns: list, brief, one campaign. */
@Controller
class CampaignPages {

    static final String MAY_WRITE = "hasAnyRole('ADMINISTRATOR', 'COMMUNICATOR') and hasAuthority('write')";

    private final Campaigns campaigns;
    private final CampaignAccess access;
    private final CampaignView views;
    private final PageChecks checks;
    private final AwarenessDays days;
    private final People people;
    private final Words words;
    private final Clock clock;

    CampaignPages(
            Campaigns campaigns,
            CampaignAccess access,
            CampaignView views,
            PageChecks checks,
            AwarenessDays days,
            People people,
            Words words,
            Clock clock) {
        this.campaigns = campaigns;
        this.access = access;
        this.views = views;
        this.checks = checks;
        this.days = days;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/campaigns")
    String list(
            Member me,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Campaign.State only = state(state);
        model.addAttribute("listing", campaigns.list(only, me.partnerCampaign().orElse(null), page));
        model.addAttribute("state", only == null ? "" : only.id());
        return "campaigns/list";
    }

    @GetMapping("/campaigns/new")
    @PreAuthorize(MAY_WRITE)
    ModelAndView write(Member me, @RequestParam(defaultValue = "") String day, @ModelAttribute("ui") Ui ui) {
        BriefForm form = BriefForm.empty(me.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return days.between(today, today.plusYears(1)).stream()
                .filter(occurrence -> occurrence.day().id().equals(day))
                .findFirst()
                .map(occurrence -> form(ui, form.ridingOn(occurrence), null, List.of(), null))
                .orElseGet(() -> form(ui, form, null, List.of(), null));
    }

    @PostMapping("/campaigns")
    @PreAuthorize(MAY_WRITE)
    ModelAndView create(
            Member me,
            @ModelAttribute("ui") Ui ui,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        BriefForm form = BriefForm.of(typed);
        if (typed.containsKey("more")) {
            return form(ui, form, null, List.of(), null);
        }
        return switch (read(form)) {
            case Reading.Bad bad -> form(ui, form, null, bad.wrongs(), null);
            case Reading.Good good -> {
                Campaign campaign = campaigns.create(good.brief(), me.actor());
                yield to(campaign, "campaigns.written", ui, next);
            }
        };
    }

    @GetMapping("/campaigns/{slug}")
    String show(Member me, @PathVariable String slug, @ModelAttribute("ui") Ui ui, Model model) {
        model.addAttribute("view", views.of(access.readable(me, slug), ui));
        return "campaigns/show";
    }

    @GetMapping("/campaigns/{slug}/edit")
    @PreAuthorize(MAY_WRITE)
    ModelAndView edit(Member me, @PathVariable String slug, @ModelAttribute("ui") Ui ui) {
        Campaign campaign = access.readable(me, slug);
        return form(ui, BriefForm.of(campaign.brief()), campaign, List.of(), null);
    }

    @PostMapping("/campaigns/{slug}/edit")
    @PreAuthorize(MAY_WRITE)
    ModelAndView save(
            Member me,
            @PathVariable String slug,
            @RequestParam long version,
            @ModelAttribute("ui") Ui ui,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        Campaign campaign = access.readable(me, slug);
        BriefForm form = BriefForm.of(typed);
        if (typed.containsKey("more")) {
            return form(ui, form, atVersion(campaign, version), List.of(), null);
        }
        return switch (read(form)) {
            case Reading.Bad bad -> form(ui, form, atVersion(campaign, version), bad.wrongs(), null);
            case Reading.Good good ->
                switch (campaigns.change(campaign.id(), version, good.brief(), me.actor())) {
                    case Change.Saved saved -> to(saved.campaign(), "campaigns.saved", ui, next);
                    case Change.Stale stale -> form(ui, form, stale.now(), List.of(), stale.now());
                    case Change.Blocked blocked -> form(ui, form, campaign, blocking(good.brief(), ui), null);
                    case Change.Unknown gone -> throw Problem.notFound("campaigns.problem.none");
                };
        };
    }

    // Opening puts words before the public, so it asks for what publishing asks for.
    @PostMapping("/campaigns/{slug}/state")
    @PreAuthorize(MAY_WRITE + " and (#state != 'open' or hasAuthority('publish'))")
    ModelAndView move(
            Member me,
            @PathVariable String slug,
            @RequestParam long version,
            @RequestParam String state,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes next) {
        Campaign campaign = access.readable(me, slug);
        Campaign.State wanted = state(state);
        if (wanted == null || !campaign.state().mayBecome(wanted)) {
            throw Problem.conflict("campaigns.problem.state").next("campaigns.back-to-it", "/campaigns/" + slug);
        }
        Change moved = campaigns.move(campaign.id(), version, wanted, me.actor());
        return after(slug, moved, "campaigns.moved." + state, ui, next);
    }

    @PostMapping("/campaigns/{slug}/pause")
    @PreAuthorize(MAY_WRITE)
    ModelAndView pause(
            Member me,
            @PathVariable String slug,
            @RequestParam boolean paused,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes next) {
        Campaign campaign = access.readable(me, slug);
        Campaign now = campaigns.pause(campaign.id(), paused, me.actor());
        return to(now, paused ? "campaigns.paused-now" : "campaigns.resumed-now", ui, next);
    }

    @PostMapping("/campaigns/{slug}/hashtags")
    @PreAuthorize(MAY_WRITE)
    ModelAndView useReadableHashtags(
            Member me,
            @PathVariable String slug,
            @RequestParam long version,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes next) {
        Campaign campaign = access.readable(me, slug);
        Brief readable = campaign.brief().withReadableHashtags();
        Change changed = campaigns.change(campaign.id(), version, readable, me.actor());
        return after(slug, changed, "campaigns.saved", ui, next);
    }

    private ModelAndView after(String slug, Change change, String said, Ui ui, RedirectAttributes next) {
        return switch (change) {
            case Change.Saved saved -> to(saved.campaign(), said, ui, next);
            case Change.Stale stale ->
                throw Problem.conflict("campaigns.problem.stale")
                        .next(
                                "campaigns.back-to-it",
                                "/campaigns/" + stale.now().slug());
            case Change.Blocked blocked ->
                throw Problem.conflict(
                                "campaigns.problem.blocked", blocked.findings().size())
                        .next("campaigns.back-to-it", "/campaigns/" + slug);
            case Change.Unknown gone -> throw Problem.notFound("campaigns.problem.none");
        };
    }

    private List<Wrong> blocking(Brief brief, Ui ui) {
        return checks.findings(brief, ui.locale()).stream()
                .filter(PageFinding::blocks)
                .map(found -> Wrong.in(
                        found.field(), "blocked", found.words(), found.finding().message()))
                .toList();
    }

    private static ModelAndView to(Campaign campaign, String said, Ui ui, RedirectAttributes next) {
        next.addFlashAttribute("flash", ui.t(said, campaign.title()));
        return new ModelAndView("redirect:/campaigns/" + campaign.slug());
    }

    private Reading read(BriefForm form) {
        return BriefReader.read(form, days, id -> people.find(id).isPresent());
    }

    // Whoever opened an older version must be told so on saving, also after a round of corrections.
    private static Campaign atVersion(Campaign now, long version) {
        return new Campaign(
                now.id(),
                now.slug(),
                now.brief(),
                now.state(),
                now.paused(),
                version,
                now.createdAt(),
                now.changedAt());
    }

    private ModelAndView form(
            Ui ui, BriefForm form, @Nullable Campaign campaign, List<Wrong> wrongs, @Nullable Campaign theirs) {
        Map<String, String> said = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        wrongs.forEach(wrong -> {
            labels.put(wrong.input(), label(wrong, ui));
            said.merge(
                    wrong.input(),
                    words.of(ui.locale(), wrong.key(), wrong.arguments().toArray()),
                    (first, more) -> first.equals(more) ? first : first + " " + more);
        });
        ModelAndView page = new ModelAndView("campaigns/form");
        page.addObject("ui", ui);
        page.addObject("form", form.withRoom());
        page.addObject("campaign", campaign);
        page.addObject("wrong", said);
        page.addObject("labels", labels);
        page.addObject("theirs", theirs == null ? Map.of() : differences(form, BriefForm.of(theirs.brief())));
        page.addObject("days", days.all());
        page.addObject("people", people.all());
        page.addObject("goals", Arrays.asList(Goal.values()));
        page.addObject("bands", Arrays.asList(AgeBand.values()));
        page.addObject("networks", Arrays.asList(Network.values()));
        if (!wrongs.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (theirs != null) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    private static String label(Wrong wrong, Ui ui) {
        Wrong.Row row = wrong.row();
        if (row == null) {
            return ui.t("campaigns.field." + wrong.field());
        }
        String label = ui.t(row.label(), row.number());
        return wrong.field().equals("audiences") ? ui.t("campaigns.audience-n", row.number()) + ": " + label : label;
    }

    /** What the other person saved, by field, where it is not what was typed here. */
    private static Map<String, String> differences(BriefForm mine, BriefForm theirs) {
        Map<String, String> different = new LinkedHashMap<>();
        Map<String, String> typed = mine.texts();
        theirs.texts().forEach((field, text) -> {
            if (!text.equals(typed.get(field))) {
                different.put(field, text);
            }
        });
        return different;
    }

    private static Campaign.@Nullable State state(String id) {
        try {
            return id.isEmpty() ? null : Campaign.State.of(id);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place campaignsPlace() {
            return new Place("campaigns", "campaigns.campaigns", "/campaigns", "speakerphone", 20, false);
        }
    }
}
