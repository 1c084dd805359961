package health.clarion.publishing.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.channels.Reason;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.posts.PanelView;
import health.clarion.posts.Post;
import health.clarion.posts.SchedulePanel;
import health.clarion.posts.Submission;
import health.clarion.publishing.Corrections;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.PublishingCaution;
import health.clarion.publishing.Wall;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning beside the composer: to which accounts, when, and where it is live. */
@Controller
public class SchedulePages implements SchedulePanel {

    private final Publishing publishing;
    private final Deliveries deliveries;
    private final DeliveryViews views;
    private final Proposals proposals;
    private final Corrections corrections;
    private final Accounts accounts;
    private final List<PublishingCaution> cautions;
    private final TemplateEngine templates;
    private final Clock clock;

    SchedulePages(
            Publishing publishing,
            Deliveries deliveries,
            DeliveryViews views,
            Proposals proposals,
            Corrections corrections,
            Accounts accounts,
            List<PublishingCaution> cautions,
            TemplateEngine templates,
            Clock clock) {
        this.publishing = publishing;
        this.deliveries = deliveries;
        this.views = views;
        this.proposals = proposals;
        this.corrections = corrections;
        this.accounts = accounts;
        this.cautions = cautions;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * What the panel shows.
     *
     * @param open accounts the submitted words can still be planned for
     * @param cautions what speaks against that time
     * @param corrects the delivery it was begun to correct, or null; then only accounts where that stands are open
     */
    public record Panel(
            Post post,
            @Nullable Submission submission,
            List<DeliveryViews.View> planned,
            List<Account> open,
            Proposals.Proposal proposal,
            List<Reason> cautions,
            @Nullable UUID corrects,
            boolean may) {}

    @Override
    public Content panel(PanelView view) {
        Submission submission = submittedNow(view);
        List<Delivery> planned = deliveries.of(view.post().id()).stream()
                .filter(delivery -> delivery.state() != Delivery.State.RETRACTED)
                .toList();
        UUID corrects = corrections.correctedBy(view.post().id()).orElse(null);
        List<Account> open = submission == null ? List.of() : open(submission, planned, corrects);
        Proposals.Proposal proposal =
                proposals.of(view.post(), open, view.member().zone());
        Panel panel = new Panel(
                view.post(),
                submission,
                views.views(planned, view.ui()),
                open,
                proposal,
                cautions(new Wall(proposal.time(), view.member().zone())),
                corrects,
                view.member().roles().stream().anyMatch(Role::publishes));
        Map<String, Object> model = new HashMap<>();
        model.put("ui", view.ui());
        model.put("panel", panel);
        return output -> {
            StringOutput text = new StringOutput();
            templates.render("publishing/panel.jte", model, text);
            output.writeContent(text.toString());
        };
    }

    private List<Reason> cautions(Wall wall) {
        return cautions.stream()
                .flatMap(caution -> caution.at(wall.instant()).stream())
                .toList();
    }

    private static @Nullable Submission submittedNow(PanelView view) {
        Submission submission = view.submission();
        return submission != null && submission.id().equals(view.post().submission()) ? submission : null;
    }

    private List<Account> open(Submission submission, List<Delivery> planned, @Nullable UUID corrects) {
        return accounts.connected().stream()
                .filter(account -> submission.payload(account.network()).isPresent())
                .filter(account -> corrects == null || corrections.standsOn(corrects, account.id()))
                .filter(account -> planned.stream()
                        .noneMatch(delivery -> delivery.account().equals(account.id())
                                && delivery.submission().equals(submission.id())))
                .toList();
    }

    @Override
    public boolean isOut(Post post) {
        return deliveries.of(post.id()).stream().anyMatch(delivery -> switch (delivery.state()) {
            case SENDING, PARTLY_SENT, SENT, AMBIGUOUS, AWAITING_PERSON, RETRACTING -> true;
            case SCHEDULED, HELD, MISSED, REFUSED, RETRACTED -> false;
        });
    }

    @PostMapping("/posts/{post}/schedule")
    @PreAuthorize("hasAuthority('publish')")
    String schedule(
            @PathVariable UUID post,
            @RequestParam UUID submission,
            @RequestParam(required = false) @Nullable List<UUID> account,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String now,
            @RequestParam(required = false) @Nullable UUID corrects,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        if (account == null || account.isEmpty()) {
            throw Problem.invalid("publishing.no-account");
        }
        Wall wall =
                now.isEmpty() ? new Wall(DeliveriesPage.wall(time), me.zone()) : Wall.of(clock.instant(), me.zone());
        List<Delivery> planned = publishing.schedule(submission, account, wall, corrects, me);
        redirect.addFlashAttribute("flash", said(planned, wall, ui) + warned(wall, ui));
        return "redirect:/posts/" + post;
    }

    private String warned(Wall wall, Ui ui) {
        return cautions(wall).stream()
                .map(caution -> " " + ui.t(caution.key(), caution.arguments().toArray()))
                .collect(Collectors.joining());
    }

    private static String said(List<Delivery> planned, Wall wall, Ui ui) {
        String where = planned.stream()
                .map(delivery -> delivery.network().displayName())
                .distinct()
                .collect(Collectors.joining(", "));
        String sentence = ui.t("publishing.planned", where, ui.dateTime(wall.time()));
        return switch (wall.clocks()) {
            case ONCE -> sentence;
            case SKIPPED ->
                sentence + " "
                        + ui.t(
                                "publishing.clocks-skip",
                                ui.time(Wall.of(wall.instant(), wall.zone()).time()));
            case TWICE -> sentence + " " + ui.t("publishing.clocks-twice");
        };
    }
}
