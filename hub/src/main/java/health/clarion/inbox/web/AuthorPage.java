package health.clarion.inbox.web;

import health.clarion.inbox.Inbox;
import health.clarion.inbox.Item;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is kept of one person who wrote to us, for when they ask: to hand over, and to erase. */
@Controller
@PreAuthorize(InboxRoles.MAY_ERASE)
class AuthorPage {

    private final Inbox inbox;
    private final InboxViews views;

    AuthorPage(Inbox inbox, InboxViews views) {
        this.inbox = inbox;
        this.views = views;
    }

    @GetMapping("/inbox/author")
    String author(
            @RequestParam(defaultValue = "bluesky") String network,
            @RequestParam(defaultValue = "") String handle,
            Member me,
            Model model) {
        List<Item> items = handle.isBlank() ? List.of() : inbox.of(network(network), handle);
        model.addAttribute("network", network(network));
        model.addAttribute("handle", handle.strip());
        model.addAttribute("cards", views.cards(items, me));
        return "inbox/author";
    }

    @GetMapping("/inbox/author/export")
    ResponseEntity<List<InboxApi.ItemJson>> export(@RequestParam String network, @RequestParam String handle) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("inbox-author.json")
                                .build()
                                .toString())
                .body(inbox.of(network(network), handle).stream()
                        .map(InboxApi.ItemJson::of)
                        .toList());
    }

    @PostMapping("/inbox/author/erase")
    String erase(
            @RequestParam String network, @RequestParam String handle, Member me, Ui ui, RedirectAttributes redirect) {
        int erased = inbox.erase(network(network), handle, me);
        redirect.addFlashAttribute("flash", ui.t("inbox.author.erased", erased));
        return "redirect:/inbox/author";
    }

    static Network network(String id) {
        try {
            return Network.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("inbox.unknown-network");
        }
    }
}
