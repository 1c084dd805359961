package health.clarion.media.web;

import health.clarion.media.AltAdvice;
import health.clarion.media.Bounds;
import health.clarion.media.Media;
import health.clarion.media.MediaItem;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The collection of pictures, adding to it, and describing each. */
@Controller
@PreAuthorize(MediaPages.STAFF)
class MediaPages {

    /** Everybody but partners, who see one campaign. */
    static final String STAFF =
            "hasAnyRole('ADMINISTRATOR', 'COMMUNICATOR', 'CLINICIAN', 'LEGAL', 'MODERATOR', 'ANALYST')";

    private static final int PAGE = 24;

    private final Media media;
    private final People people;

    MediaPages(Media media, People people) {
        this.media = media;
        this.people = people;
    }

    @GetMapping("/media")
    String list(@RequestParam(defaultValue = "") String before, Model model) {
        return page(List.of(), instant(before), model);
    }

    @PostMapping("/media")
    String upload(
            @RequestParam("file") List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Member me,
            Model model,
            RedirectAttributes left,
            HttpServletResponse response)
            throws IOException {
        List<Upload> uploads = receive(files, me);
        if (htmx != null) {
            model.addAttribute("uploads", uploads);
            return "media/uploaded";
        }
        if (uploads.stream().anyMatch(upload -> upload.problem() != null)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(uploads, null, model);
        }
        left.addFlashAttribute("flash", said(uploads, ui(model)));
        MediaItem only = uploads.size() == 1 ? uploads.getFirst().item() : null;
        return only == null ? "redirect:/media" : "redirect:/media/items/" + only.id();
    }

    private List<Upload> receive(List<MultipartFile> files, Member me) throws IOException {
        List<MultipartFile> chosen = files.stream()
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty())
                .toList();
        if (chosen.isEmpty()) {
            return List.of(Upload.refused("", Problem.invalid("media.no-file")));
        }
        List<Upload> uploads = new ArrayList<>();
        for (MultipartFile file : chosen) {
            uploads.add(
                    uploads.size() < Bounds.FILES
                            ? receive(file, me)
                            : Upload.refused(name(file), Problem.invalid("media.too-many-files", Bounds.FILES)));
        }
        return uploads;
    }

    private Upload receive(MultipartFile file, Member me) throws IOException {
        try (var content = file.getInputStream()) {
            Media.Received received = media.receive(content, name(file), me);
            return new Upload(name(file), received.item(), received.already(), null);
        } catch (Problem refused) {
            return Upload.refused(name(file), refused);
        }
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    @GetMapping("/media/items/{id}")
    String show(@PathVariable UUID id, Model model) {
        return item(find(id), null, null, model);
    }

    @PostMapping("/media/items/{id}")
    String describe(
            @PathVariable UUID id,
            @RequestParam String alt,
            @RequestParam(defaultValue = "middle") String place,
            @RequestParam(defaultValue = "50") int x,
            @RequestParam(defaultValue = "50") int y,
            Member me,
            Model model,
            RedirectAttributes left,
            HttpServletResponse response) {
        try {
            media.describe(id, alt, FocalChoice.of(place, x, y), me);
        } catch (Problem refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(refused.status().value());
            return item(find(id), alt, refused, model);
        }
        left.addFlashAttribute("flash", ui(model).t("media.saved"));
        return "redirect:/media/items/" + id;
    }

    /** For pages that know a picture by its id. */
    @GetMapping("/media/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String picture(@PathVariable UUID id) {
        return "redirect:" + find(id).href();
    }

    /** The picture as a network shows it. */
    @GetMapping("/media/items/{id}/on/{network}")
    String on(@PathVariable UUID id, @PathVariable String network) {
        find(id);
        return "redirect:/media/" + media.rendition(id, network(network)).sha256();
    }

    private String item(MediaItem item, @Nullable String typed, @Nullable Problem problem, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("alt", typed == null ? item.alt() : typed);
        model.addAttribute("problem", problem);
        model.addAttribute("advice", AltAdvice.on(item, ui(model).locale()));
        model.addAttribute("cuts", Cut.of(item));
        model.addAttribute("by", people.named(Set.of(item.uploadedBy())).getOrDefault(item.uploadedBy(), ""));
        return "media/item";
    }

    private String page(List<Upload> uploads, @Nullable Instant before, Model model) {
        model.addAttribute("uploads", uploads);
        listed(before, model);
        return "media/list";
    }

    private void listed(@Nullable Instant before, Model model) {
        List<MediaItem> items = media.newest(before, PAGE + 1);
        model.addAttribute("items", items.subList(0, Math.min(PAGE, items.size())));
        model.addAttribute("older", items.size() > PAGE ? items.get(PAGE - 1).uploadedAt() : null);
    }

    private MediaItem find(UUID id) {
        return media.find(id).orElseThrow(() -> Problem.notFound("media.no-such-picture"));
    }

    static Network network(String id) {
        try {
            return Network.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Problem.notFound("media.no-such-network");
        }
    }

    static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw Problem.invalid("media.time-wrong");
        }
    }

    private static String said(List<Upload> uploads, Ui ui) {
        long already = uploads.stream().filter(Upload::already).count();
        return already == 0
                ? ui.t("media.added", uploads.size())
                : ui.t("media.added-already", uploads.size(), already);
    }

    private static Ui ui(Model model) {
        if (model.getAttribute("ui") instanceof Ui ui) {
            return ui;
        }
        throw new IllegalStateException("a page without its words");
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place mediaPlace() {
            return new Place(
                    "media",
                    "media.place",
                    "/media",
                    "photo",
                    75,
                    false,
                    viewer ->
                            viewer.may("write") && viewer.may("ROLE_COMMUNICATOR") || viewer.may("ROLE_ADMINISTRATOR"),
                    viewer -> 0);
        }
    }
}
