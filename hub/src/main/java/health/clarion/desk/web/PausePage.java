package health.clarion.desk.web;

import health.clarion.accounts.Account;
import health.clarion.campaigns.Campaigns;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Pauses;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Holding everything back with one press, and afterwards saying of each held post whether it is kept, moved or dropped.
 * Beginning a pause is safe, so whoever is there may do it; ending one needs the right to publish.
 */
@Controller
public class PausePage {

    private static final int LONGEST_WHY = 500;
    private static final Set<Role> MAY_BEGIN = Set.of(Role.COMMUNICATOR, Role.MODERATOR, Role.ADMINISTRATOR);

    private final Pauses pauses;
    private final DeskViews views;
    private final Posts posts;
    private final Campaigns campaigns;
    private final Clock clock;

    PausePage(Pauses pauses, DeskViews views, Posts posts, Campaigns campaigns, Clock clock) {
        this.pauses = pauses;
        this.views = views;
        this.posts = posts;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A held post.
     *
     * @param inTime whether keeping it at its own time is still possible
     */
    public record Held(Delivery delivery, String title, String account, boolean inTime) {}

    /** The page. {@code campaigns} are titles by id, for the pauses and the choice of what to pause. */
    public record View(
            List<DeskViews.PauseView> active,
            List<Held> held,
            Map<UUID, String> campaigns,
            boolean mayBegin,
            boolean everything) {}

    static boolean mayBegin(Member me) {
        return me.roles().stream().anyMatch(MAY_BEGIN::contains);
    }

    @GetMapping("/pause")
    String pause(Member me, Ui ui, Model model) {
        List<DeskViews.PauseView> active = views.paused(me);
        List<Delivery> held = pauses.held().stream()
                .filter(delivery ->
                        me.partnerCampaign().map(delivery.campaign()::equals).orElse(true))
                .toList();
        Map<UUID, String> titles = new java.util.LinkedHashMap<>();
        campaigns.all().stream()
                .filter(campaign ->
                        me.partnerCampaign().map(campaign.id()::equals).orElse(true))
                .forEach(campaign -> titles.put(campaign.id(), campaign.title()));
        model.addAttribute(
                "view",
                new View(
                        active,
                        held(held, ui),
                        titles,
                        mayBegin(me),
                        active.stream().anyMatch(pause -> pause.campaign() == null)));
        return "desk/pause";
    }

    private List<Held> held(List<Delivery> deliveries, Ui ui) {
        Map<UUID, Post> titles =
                posts.named(deliveries.stream().map(Delivery::post).distinct().toList());
        Map<UUID, Account> accounts = views.accounts(deliveries);
        return deliveries.stream()
                .map(delivery -> {
                    Post post = titles.get(delivery.post());
                    Account account = accounts.get(delivery.account());
                    return new Held(
                            delivery,
                            post == null ? ui.t("desk.unknown-post") : post.title(),
                            account == null ? "" : account.handle(),
                            delivery.lateAfter().isAfter(clock.instant()));
                })
                .toList();
    }

    @PostMapping("/pause")
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'MODERATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    String begin(
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(defaultValue = "") String why,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        if (why.length() > LONGEST_WHY) {
            throw Problem.invalid("desk.pause.why-long", LONGEST_WHY);
        }
        if (campaign != null && campaigns.find(campaign).isEmpty()) {
            throw Problem.notFound("campaigns.problem.none");
        }
        String reason = why.isBlank() ? ui.t("desk.pause.no-why") : why.strip();
        int held = pauses.begin(campaign, reason, me).size();
        redirect.addFlashAttribute("flash", ui.t("desk.pause.begun", held));
        return "redirect:/pause";
    }

    @PostMapping("/pause/{id}/end")
    @PreAuthorize("hasAuthority('publish')")
    String end(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        pauses.end(id, me);
        redirect.addFlashAttribute("flash", ui.t("desk.pause.ended"));
        return "redirect:/pause";
    }
}
