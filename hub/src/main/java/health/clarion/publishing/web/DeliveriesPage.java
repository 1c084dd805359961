package health.clarion.publishing.web;

import health.clarion.people.Member;
import health.clarion.publishing.CopyPacks;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.Settling;
import health.clarion.publishing.Settling.Seen;
import health.clarion.publishing.Wall;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
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

/** Every delivery and every attempt, in words, with the one thing to do next. */
@Controller
class DeliveriesPage {

    private static final String MAY_PUBLISH = "hasAuthority('publish')";

    private final Publishing publishing;
    private final Settling settling;
    private final Deliveries deliveries;
    private final DeliveryViews views;
    private final CopyPacks packs;

    DeliveriesPage(
            Publishing publishing, Settling settling, Deliveries deliveries, DeliveryViews views, CopyPacks packs) {
        this.publishing = publishing;
        this.settling = settling;
        this.deliveries = deliveries;
        this.views = views;
        this.packs = packs;
    }

    @GetMapping("/deliveries")
    String list(Member me, Ui ui, Model model) {
        model.addAttribute("page", views.all(me, ui));
        return "publishing/deliveries";
    }

    @GetMapping("/deliveries/{id}")
    String one(@PathVariable UUID id, Member me, Ui ui, Model model) {
        Delivery delivery = deliveries.visible(id, me);
        model.addAttribute("view", views.one(delivery, ui));
        model.addAttribute("pack", packs.of(delivery).orElse(null));
        return "publishing/delivery";
    }

    @PostMapping("/deliveries/{id}/move")
    @PreAuthorize(MAY_PUBLISH)
    String move(
            @PathVariable UUID id,
            @RequestParam String time,
            @RequestParam(required = false) @Nullable String back,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        Delivery moved = publishing.move(
                id, new Wall(wall(time), deliveries.visible(id, me).zone()), me);
        return done(redirect, ui.t("publishing.moved", ui.dateTime(moved.wall())), back);
    }

    @PostMapping("/deliveries/{id}/send-now")
    @PreAuthorize(MAY_PUBLISH)
    String sendNow(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        deliveries.visible(id, me);
        publishing.sendNow(id, me);
        return done(redirect, ui.t("publishing.sending-now"), null);
    }

    @PostMapping("/deliveries/{id}/keep")
    @PreAuthorize(MAY_PUBLISH)
    String keep(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String back,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        deliveries.visible(id, me);
        publishing.keep(id, me);
        return done(redirect, ui.t("publishing.kept"), back);
    }

    @PostMapping("/deliveries/{id}/drop")
    @PreAuthorize(MAY_PUBLISH)
    String drop(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String back,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        deliveries.visible(id, me);
        publishing.drop(id, me);
        return done(redirect, ui.t("publishing.dropped-now"), back);
    }

    @PostMapping("/deliveries/{id}/retract")
    @PreAuthorize(MAY_PUBLISH)
    String retract(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        deliveries.visible(id, me);
        publishing.retract(id, me);
        return done(redirect, ui.t("publishing.retracting"), null);
    }

    @PostMapping("/deliveries/{id}/accept")
    @PreAuthorize(MAY_PUBLISH)
    String accept(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        deliveries.visible(id, me);
        publishing.accept(id, me);
        return done(redirect, ui.t("publishing.accepted"), "/deliveries/" + id);
    }

    @PostMapping("/deliveries/{id}/settle")
    @PreAuthorize(MAY_PUBLISH)
    String settle(
            @PathVariable UUID id,
            @RequestParam String seen,
            @RequestParam(required = false) @Nullable String address,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        String question = deliveries.visible(id, me).askedBack() ? "publishing.settled-down." : "publishing.settled.";
        settling.settle(id, seen(seen), address, me);
        return done(redirect, ui.t(question + seen), null);
    }

    static Seen seen(String word) {
        return switch (word) {
            case "there" -> Seen.THERE;
            case "not-there" -> Seen.NOT_THERE;
            case "leave" -> Seen.LEAVE;
            default -> throw Problem.invalid("publishing.unknown-answer");
        };
    }

    static LocalDateTime wall(String time) {
        try {
            return LocalDateTime.parse(time);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("publishing.time-unreadable");
        }
    }

    private static String done(RedirectAttributes redirect, String sentence, @Nullable String back) {
        redirect.addFlashAttribute("flash", sentence);
        boolean own = back != null && back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        return "redirect:" + (own ? back : "/deliveries");
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place deliveriesPlace(Deliveries deliveries) {
            return new Place(
                    "deliveries",
                    "publishing.place",
                    "/deliveries",
                    "send",
                    60,
                    false,
                    viewer -> true,
                    viewer -> deliveries.needingPerson());
        }
    }
}
