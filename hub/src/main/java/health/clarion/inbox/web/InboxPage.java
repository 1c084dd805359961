package health.clarion.inbox.web;

import health.clarion.channels.Reason;
import health.clarion.inbox.Answering;
import health.clarion.inbox.Answering.Result;
import health.clarion.inbox.GivenAnswers;
import health.clarion.inbox.Inbox;
import health.clarion.inbox.Item;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.safeguards.Finding;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Replies and mentions: the most urgent first, who has them in hand, and answering them. */
@Controller
@PreAuthorize(InboxRoles.MAY_READ)
public class InboxPage {

    private final Inbox inbox;
    private final InboxViews views;
    private final Answering answering;
    private final GivenAnswers answers;
    private final Organisations organisations;

    InboxPage(Inbox inbox, InboxViews views, Answering answering, GivenAnswers answers, Organisations organisations) {
        this.inbox = inbox;
        this.views = views;
        this.answering = answering;
        this.answers = answers;
        this.organisations = organisations;
    }

    /**
     * What stands in the answer form.
     *
     * @param typed what the writer typed before it was held back, or a first answer
     * @param findings what holds it back
     * @param reasons why it could not be sent
     */
    public record Draft(String typed, String language, List<Finding> findings, List<Reason> reasons) {}

    @GetMapping("/inbox")
    String list(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "0") int page,
            Member me,
            Model model) {
        Inbox.Listing listing =
                switch (show) {
                    case "mine" -> inbox.open(page, me.id());
                    case "closed" -> inbox.closed(page);
                    default -> inbox.open(page, null);
                };
        model.addAttribute("page", views.page(show, listing, me));
        return "inbox/list";
    }

    @GetMapping("/inbox/{id}")
    String one(@PathVariable UUID id, Member me, Ui ui, Model model) {
        Item item = find(id);
        String typed = item.urgent()
                ? InboxViews.firstAnswer(ui, organisations.current().link("/help"))
                : "";
        show(item, new Draft(typed, ui.locale().getLanguage(), List.of(), List.of()), me, model);
        return "inbox/one";
    }

    private void show(Item item, Draft draft, Member me, Model model) {
        model.addAttribute("card", views.card(item, me));
        model.addAttribute("draft", draft);
        model.addAttribute("unsure", answers.unsure(item).orElse(null));
    }

    @PostMapping("/inbox/{id}/claim")
    @PreAuthorize(InboxRoles.MAY_ACT)
    String claim(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean over,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        inbox.claim(id, me, over);
        return done(redirect, ui.t("inbox.claimed"), "/inbox/" + id);
    }

    @PostMapping("/inbox/{id}/release")
    @PreAuthorize(InboxRoles.MAY_ACT)
    String release(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        inbox.release(id, me);
        return done(redirect, ui.t("inbox.released"), "/inbox");
    }

    @PostMapping("/inbox/{id}/answered")
    @PreAuthorize(InboxRoles.MAY_ACT)
    String answered(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        inbox.answered(id, me, null);
        return done(redirect, ui.t("inbox.noted-answered"), "/inbox");
    }

    @PostMapping("/inbox/{id}/done")
    @PreAuthorize(InboxRoles.MAY_ACT)
    String done(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        inbox.done(id, me);
        return done(redirect, ui.t("inbox.put-away"), "/inbox");
    }

    @PostMapping("/inbox/{id}/reopen")
    @PreAuthorize(InboxRoles.MAY_ACT)
    String reopen(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        inbox.reopen(id, me);
        return done(redirect, ui.t("inbox.reopened"), "/inbox/" + id);
    }

    @PostMapping("/inbox/{id}/answer")
    @PreAuthorize(InboxRoles.MAY_ANSWER)
    Object answer(
            @PathVariable UUID id,
            @RequestParam String words,
            @RequestParam(defaultValue = "en") String language,
            Member me,
            Ui ui,
            Model model,
            RedirectAttributes redirect) {
        Item item = find(id);
        return switch (answering.answer(id, words, language, me)) {
            case Result.Sent sent -> done(redirect, ui.t("inbox.answer-sent"), "/inbox");
            case Result.Unsure unsure -> done(redirect, ui.t("inbox.answer-unsure"), "/inbox/" + id);
            case Result.HeldBack held -> again(item, new Draft(words, language, held.findings(), List.of()), me, model);
            case Result.NotSent not -> again(item, new Draft(words, language, List.of(), not.reasons()), me, model);
        };
    }

    private ModelAndView again(Item item, Draft draft, Member me, Model model) {
        show(find(item.id()), draft, me, model);
        return new ModelAndView("inbox/one", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/inbox/{id}/settle")
    @PreAuthorize(InboxRoles.MAY_ANSWER)
    String settle(@PathVariable UUID id, @RequestParam boolean there, Member me, Ui ui, RedirectAttributes redirect) {
        answers.settle(id, there, me);
        return done(redirect, ui.t(there ? "inbox.settled-there" : "inbox.settled-not"), "/inbox/" + id);
    }

    private Item find(UUID id) {
        return inbox.find(id)
                .orElseThrow(() -> Problem.notFound("inbox.no-item").next("inbox.to-inbox", "/inbox"));
    }

    private static String done(RedirectAttributes redirect, String sentence, @Nullable String to) {
        redirect.addFlashAttribute("flash", sentence);
        return "redirect:" + to;
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place inboxPlace(Inbox inbox) {
            return new Place(
                    "inbox",
                    "inbox.place",
                    "/inbox",
                    "inbox",
                    70,
                    false,
                    viewer -> viewer.may("ROLE_MODERATOR")
                            || viewer.may("ROLE_COMMUNICATOR")
                            || viewer.may("ROLE_CLINICIAN")
                            || viewer.may("ROLE_ADMINISTRATOR"),
                    viewer -> inbox.counts().fresh());
        }
    }
}
