package health.clarion.review.web;

import health.clarion.networks.Network;
import health.clarion.people.EmailAddress;
import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.posts.ContentHash;
import health.clarion.review.Decisions;
import health.clarion.review.Guests;
import health.clarion.review.Reader;
import health.clarion.review.Reminders;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.review.Window;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of what waits for a signature, and the page on which one is given. */
@Controller
class ReviewPage {

    static final String MAY_SIGN = "hasAuthority('sign-off')";

    private final Review review;
    private final Decisions decisions;
    private final Guests guests;
    private final Reminders reminders;
    private final ReviewViews views;

    ReviewPage(Review review, Decisions decisions, Guests guests, Reminders reminders, ReviewViews views) {
        this.review = review;
        this.decisions = decisions;
        this.guests = guests;
        this.reminders = reminders;
        this.views = views;
    }

    @GetMapping("/review")
    String queue(Member me, Ui ui, Model model) {
        model.addAttribute("page", views.queue(me, ui));
        return "review/queue";
    }

    @GetMapping("/review/{submission}")
    String one(@PathVariable UUID submission, Member me, Ui ui, Model model) {
        model.addAttribute("view", views.one(visible(submission, me), me, ui));
        model.addAttribute("wish", "");
        model.addAttribute("phrase", "");
        return "review/review";
    }

    @PostMapping("/review/{submission}/sign")
    @PreAuthorize(MAY_SIGN)
    String sign(
            @PathVariable UUID submission,
            @RequestParam String role,
            @RequestParam String hash,
            Member me,
            MemberAuthentication how,
            Ui ui,
            RedirectAttributes redirect) {
        Request request = review.sign(submission, reader(role), hash(hash), me, through(how));
        boolean complete = request.state() == Request.State.SIGNED_OFF;
        return done(redirect, ui.t(complete ? "review.done-all" : "review.done-one"), "/review");
    }

    @PostMapping("/review/{submission}/changes")
    @PreAuthorize("hasAuthority('write')")
    String askForChange(
            @PathVariable UUID submission,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(defaultValue = "0") int start,
            @RequestParam(defaultValue = "") String phrase,
            @RequestParam(defaultValue = "") String wish,
            Member me,
            Ui ui,
            Model model,
            RedirectAttributes redirect) {
        Request request = visible(submission, me);
        try {
            int end = start + phrase.codePointCount(0, phrase.length());
            review.askForChange(submission, network(network), start, end, phrase, wish, me.actor());
        } catch (Problem problem) {
            model.addAttribute("view", views.one(request, me, ui));
            model.addAttribute("wish", wish);
            model.addAttribute("phrase", phrase);
            model.addAttribute("error", ui.t(problem.key(), problem.arguments()));
            return "review/review";
        }
        return done(redirect, ui.t("review.asked"), "/review");
    }

    @PostMapping("/review/{submission}/relax")
    @PreAuthorize("hasRole('ADMINISTRATOR') and hasAuthority('sign-off')")
    String relax(
            @PathVariable UUID submission,
            @RequestParam String role,
            @RequestParam String why,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        decisions.relax(submission, reader(role), why, me);
        return done(redirect, ui.t("review.relaxed"), "/review/" + submission);
    }

    @PostMapping("/review/{submission}/urgent")
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    String urgent(
            @PathVariable UUID submission, @RequestParam String why, Member me, Ui ui, RedirectAttributes redirect) {
        decisions.urgent(submission, why, me);
        reminders.remind();
        return done(redirect, ui.t("review.hurried"), "/review/" + submission);
    }

    @PostMapping("/review/{submission}/window")
    @PreAuthorize("hasRole('COMMUNICATOR') and hasAuthority('sign-off')")
    String window(
            @PathVariable UUID submission,
            @RequestParam String from,
            @RequestParam String to,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        decisions.approveWindow(submission, window(from, to, me), me);
        return done(redirect, ui.t("review.window-approved"), "/review/" + submission);
    }

    @PostMapping("/review/{submission}/remind")
    @PreAuthorize("hasAuthority('write')")
    String remind(@PathVariable UUID submission, Member me, Ui ui, RedirectAttributes redirect) {
        visible(submission, me);
        boolean sent = reminders.nudge(submission);
        return done(redirect, ui.t(sent ? "review.reminded" : "review.reminded-already"), "/review/" + submission);
    }

    @PostMapping("/review/{submission}/guests")
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    String invite(
            @PathVariable UUID submission,
            @RequestParam String role,
            @RequestParam String name,
            @RequestParam String registration,
            @RequestParam String email,
            @RequestParam(defaultValue = "") String language,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        Locale mail = language.isBlank() ? ui.locale() : Words.closest(Locale.forLanguageTag(language));
        guests.invite(submission, new Guests.Invited(reader(role), name, registration, address(email), mail), me);
        return done(redirect, ui.t("review.guest-invited", name), "/review/" + submission);
    }

    private Request visible(UUID submission, Member me) {
        return review.find(submission)
                .filter(request ->
                        me.partnerCampaign().map(request.campaign()::equals).orElse(true))
                .orElseThrow(() -> Problem.notFound("review.no-request"));
    }

    static Reader reader(String id) {
        try {
            return Reader.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("review.role-not-missing");
        }
    }

    static @Nullable Network network(String id) {
        try {
            return id.isBlank() ? null : Network.of(id);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    static ContentHash hash(String value) {
        try {
            return ContentHash.of(value);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.conflict("review.other-words");
        }
    }

    static String through(MemberAuthentication how) {
        return how.way() instanceof MemberAuthentication.Way.Token ? "TOKEN" : "SESSION";
    }

    static EmailAddress address(String typed) {
        try {
            return new EmailAddress(typed.strip());
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("review.address-unreadable");
        }
    }

    static Window window(String from, String to, Member me) {
        try {
            return new Window(
                    LocalDateTime.parse(from).atZone(me.zone()).toInstant(),
                    LocalDateTime.parse(to).atZone(me.zone()).toInstant());
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            throw Problem.invalid("review.window-unreadable");
        }
    }

    private static String done(RedirectAttributes redirect, String sentence, String to) {
        redirect.addFlashAttribute("flash", sentence);
        return "redirect:" + to;
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place reviewPlace(Review review, health.clarion.people.People people) {
            return new Place(
                    "review", "review.place", "/review", "checks", 50, true, viewer -> true, viewer -> people.find(
                                    viewer.id())
                            .map(member -> review.queueOf(member).size())
                            .orElse(0));
        }
    }

    /** Roles that a guest may be asked to sign in. */
    static List<Reader> guestRoles(Request request) {
        return request.missing().stream()
                .filter(role -> role != Reader.SECOND_READER)
                .toList();
    }
}
