package health.clarion.review.web;

import health.clarion.posts.Content;
import health.clarion.posts.Difference;
import health.clarion.posts.Posts;
import health.clarion.posts.ReportSummary;
import health.clarion.review.Guests;
import health.clarion.review.Guests.Guest;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.ui.Problem;
import health.clarion.ui.PublicPath;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a clinician or lawyer without an account reads and signs, through the link in their mail. */
@Controller
public class GuestPage {

    private final Guests guests;
    private final Review review;
    private final Posts posts;
    private final ReviewViews views;

    GuestPage(Guests guests, Review review, Posts posts, ReviewViews views) {
        this.guests = guests;
        this.review = review;
        this.posts = posts;
        this.views = views;
    }

    /** What the guest sees. */
    public record View(
            Guest guest,
            Request request,
            String title,
            Content content,
            List<ReviewViews.Seen> seen,
            @Nullable List<Difference> changed,
            ReportSummary report) {}

    @GetMapping("/sign/{token}")
    String open(@PathVariable String token, Ui ui, Model model, HttpServletResponse response) {
        return page(token, ui, model, response, null);
    }

    @PostMapping("/sign/{token}/code")
    String code(@PathVariable String token, Ui ui, Model model, HttpServletResponse response) {
        try {
            guests.mailCode(token, ui.locale());
        } catch (Problem problem) {
            return page(token, ui, model, response, ui.t(problem.key(), problem.arguments()));
        }
        return page(token, ui, model, response, null);
    }

    @PostMapping("/sign/{token}")
    String decide(
            @PathVariable String token,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String phrase,
            @RequestParam(defaultValue = "") String wish,
            Ui ui,
            Model model,
            HttpServletResponse response) {
        try {
            if (decision.equals("sign")) {
                guests.sign(token, code, ReviewPage.hash(hash));
            } else {
                int end = phrase.codePointCount(0, phrase.length());
                guests.askForChange(token, code, 0, end, phrase, wish);
            }
        } catch (Problem problem) {
            model.addAttribute("wish", wish);
            model.addAttribute("phrase", phrase);
            return page(token, ui, model, response, ui.t(problem.key(), problem.arguments()));
        }
        model.addAttribute("signed", decision.equals("sign"));
        return "review/guest-thanks";
    }

    private String page(String token, Ui ui, Model model, HttpServletResponse response, @Nullable String error) {
        Guest guest = guests.byToken(token).orElseThrow(() -> Problem.gone("review.link-gone"));
        Request request = review.find(guest.submission())
                .filter(found -> found.state() == Request.State.WAITING)
                .orElseThrow(() -> Problem.gone("review.link-gone"));
        Content content = views.content(request.post(), request.revision());
        // The address holds a secret: it must not travel on in a Referer header or stay in a cache.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute(
                "view",
                new View(
                        guest,
                        request,
                        posts.find(request.post()).orElseThrow().title(),
                        content,
                        views.seen(request, ui),
                        views.changed(request),
                        posts.report(guest.submission(), ui.locale())));
        model.addAttribute("token", token);
        model.addAttribute("codeSent", guests.hasCode(guest));
        model.addAttribute("error", error);
        model.asMap().putIfAbsent("wish", "");
        model.asMap().putIfAbsent("phrase", "");
        return "review/guest";
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        PublicPath guestLinks() {
            return new PublicPath("/sign/{token}", "/sign/{token}/code");
        }
    }
}
