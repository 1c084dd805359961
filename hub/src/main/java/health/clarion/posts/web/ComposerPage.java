package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.PanelView;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Posts;
import health.clarion.posts.Presence;
import health.clarion.posts.Saved;
import health.clarion.posts.SchedulePanel;
import health.clarion.posts.SignOffPanel;
import health.clarion.posts.Submitted;
import health.clarion.posts.Surroundings;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a post: the page, its plain form, and the buttons on it. All of it works without JavaScript. */
@Controller
class ComposerPage {

    private final Posts posts;
    private final PostAccess access;
    private final Composing composing;
    private final Surroundings surroundings;
    private final Presence presence;
    private final ObjectProvider<SignOffPanel> signOff;
    private final ObjectProvider<SchedulePanel> schedule;

    ComposerPage(
            Posts posts,
            PostAccess access,
            Composing composing,
            Surroundings surroundings,
            Presence presence,
            ObjectProvider<SignOffPanel> signOff,
            ObjectProvider<SchedulePanel> schedule) {
        this.posts = posts;
        this.access = access;
        this.composing = composing;
        this.surroundings = surroundings;
        this.presence = presence;
        this.signOff = signOff;
        this.schedule = schedule;
    }

    @GetMapping("/posts/{id}")
    ModelAndView compose(@PathVariable UUID id, Member me, @ModelAttribute("ui") Ui ui) {
        Post post = access.readable(id, me);
        ComposerView view = composing.view(post, me);
        if (view.editing()) {
            presence.seen(id, me.id());
        }
        return page(view, ui, HttpStatus.OK);
    }

    /** Keeps the form, then does what the pressed button says. */
    @PostMapping("/posts/{id}")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String take,
            HttpServletRequest request,
            Member me,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        Post post = access.readable(id, me);
        Content kept = composing.current(post).content();
        Content typed = ComposerForm.content(request.getParameterMap(), kept);
        if (take != null) {
            return taking(post, typed, kept, take, me, ui);
        }
        return kept(post, typed, request, me, ui, () -> {
            flash.addFlashAttribute("flash", ui.t("posts.kept", ui.time(java.time.Instant.now())));
            return new ModelAndView("redirect:/posts/" + id + place(request));
        });
    }

    // Without JavaScript a button reloads the page: whoever pressed it goes on where it stands.
    private static String place(HttpServletRequest request) {
        if (request.getParameter("remove-media") != null) {
            return "#pictures";
        }
        if (request.getParameter("show-networks") != null) {
            return "#networks";
        }
        return ComposerForm.network(request.getParameter("follow"))
                .map(network -> "#v-" + network.id())
                .orElse("");
    }

    /** What goes on once the words are kept. */
    private interface Next {
        ModelAndView go();
    }

    private ModelAndView kept(Post post, Content typed, HttpServletRequest request, Member me, Ui ui, Next next) {
        String title = request.getParameter("title");
        long version = ComposerForm.version(request.getParameterMap());
        return switch (posts.save(post.id(), version, typed, me.id())) {
            case Saved.Ok ok -> {
                if (title != null && !title.isBlank()) {
                    posts.rename(post.id(), title.length() > 200 ? title.substring(0, 200) : title, me.id());
                }
                yield next.go();
            }
            case Saved.Conflict conflict -> {
                Content theirs = conflict.theirs().content();
                Post now = access.readable(post.id(), me);
                yield page(
                        composing.view(
                                now,
                                typed,
                                theirs,
                                conflict.version(),
                                composing.theirs(conflict, typed),
                                List.of(),
                                me),
                        ui,
                        HttpStatus.CONFLICT);
            }
            case Saved.TooLong tooLong ->
                page(
                        composing.view(
                                post,
                                typed,
                                composing.current(post).content(),
                                version,
                                new ComposerView.TooLong(tooLong),
                                List.of(),
                                me),
                        ui,
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    // Nothing is kept yet: the writer goes on bringing both together.
    private ModelAndView taking(Post post, Content typed, Content kept, String take, Member me, Ui ui) {
        Content merged = Composing.taking(typed, kept, take);
        Saved.Conflict left = new Saved.Conflict(composing.current(post), post.version());
        return page(
                composing.view(post, merged, kept, post.version(), composing.theirs(left, merged), List.of(), me),
                ui,
                HttpStatus.OK);
    }

    @PostMapping("/posts/{id}/submit")
    ModelAndView submit(
            @PathVariable UUID id,
            HttpServletRequest request,
            Member me,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        Post post = access.readable(id, me);
        Content kept = composing.current(post).content();
        Content typed = ComposerForm.content(request.getParameterMap(), kept);
        return kept(post, typed, request, me, ui, () -> handIn(id, me, ui, flash));
    }

    private ModelAndView handIn(UUID id, Member me, Ui ui, RedirectAttributes flash) {
        Post post = access.readable(id, me);
        return switch (posts.submit(id, post.version(), me.id())) {
            case Submitted.Ok ok -> {
                flash.addFlashAttribute("flash", ui.t("posts.handed-in"));
                yield redirect(id);
            }
            case Submitted.Conflict conflict -> redirect(id);
            case Submitted.Refused refused -> {
                Content content = composing.current(post).content();
                yield page(
                        composing.view(post, content, content, post.version(), null, refused.obstacles(), me),
                        ui,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** Keeps the words, then takes a picture in or adds one from the collection. */
    @PostMapping("/posts/{id}/picture")
    ModelAndView picture(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = "add-media", required = false) @Nullable UUID chosen,
            HttpServletRequest request,
            Member me,
            @ModelAttribute("ui") Ui ui) {
        Post post = access.readable(id, me);
        Content typed = ComposerForm.content(
                request.getParameterMap(), composing.current(post).content());
        return kept(post, typed, request, me, ui, () -> {
            Post now = access.readable(id, me);
            added(file, chosen, me).forEach(shown -> add(now, shown, me));
            return new ModelAndView("redirect:/posts/" + id + "#pictures");
        });
    }

    private List<Surroundings.Shown> added(@Nullable MultipartFile file, @Nullable UUID chosen, Member me) {
        if (chosen != null) {
            return surroundings.pictures(List.of(chosen));
        }
        if (file == null || file.isEmpty()) {
            return List.of();
        }
        String name = file.getOriginalFilename();
        try (var bytes = file.getInputStream()) {
            return List.of(surroundings.store(bytes, name == null ? "" : name, me));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void add(Post post, Surroundings.Shown shown, Member me) {
        Content content = composing.current(post).content();
        if (content.media().stream().noneMatch(media -> media.media().equals(shown.id()))) {
            List<PostMedia> media = new ArrayList<>(content.media());
            media.add(new PostMedia(shown.id(), shown.alt()));
            posts.save(post.id(), post.version(), content.withMedia(media), me.id());
        }
    }

    /** Keeps the words, then chooses what stays in view of one picture: {@code focus=<id>} and {@code focal-<id>=x,y}. */
    @PostMapping("/posts/{id}/focus")
    ModelAndView focus(
            @PathVariable UUID id,
            @RequestParam UUID focus,
            HttpServletRequest request,
            Member me,
            @ModelAttribute("ui") Ui ui) {
        Post post = access.readable(id, me);
        Content typed = ComposerForm.content(
                request.getParameterMap(), composing.current(post).content());
        return kept(post, typed, request, me, ui, () -> {
            String point = request.getParameter("focal-" + focus);
            if (point != null && point.matches("(0|1|0\\.\\d{1,3}),(0|1|0\\.\\d{1,3})")) {
                String[] sides = point.split(",");
                surroundings.focus(focus, Double.parseDouble(sides[0]), Double.parseDouble(sides[1]), me);
            }
            return new ModelAndView("redirect:/posts/" + id + "#pictures");
        });
    }

    @PostMapping("/posts/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, Member me, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        access.readable(id, me);
        posts.withdraw(id, me.id());
        flash.addFlashAttribute("flash", ui.t("posts.taken-back"));
        return redirect(id);
    }

    private ModelAndView page(ComposerView view, Ui ui, HttpStatus status) {
        PanelView panel = new PanelView(
                view.post(),
                posts.newest(view.post().id()).orElse(null),
                view.looks().summary(),
                view.me(),
                ui);
        SignOffPanel who = signOff.getIfAvailable();
        SchedulePanel when = schedule.getIfAvailable();
        ModelAndView page = new ModelAndView("posts/composer");
        page.addObject("view", view);
        page.addObject("signOff", who == null ? null : who.panel(panel));
        page.addObject("asked", who == null ? null : who.notice(panel));
        page.addObject("schedule", when == null ? null : when.panel(panel));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView redirect(UUID id) {
        return new ModelAndView("redirect:/posts/" + id);
    }
}
