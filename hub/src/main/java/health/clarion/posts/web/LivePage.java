package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Presence;
import health.clarion.posts.Saved;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the composer asks while somebody types: a look at the words, keeping them, and who else is here. */
@Controller
class LivePage {

    private final Posts posts;
    private final PostAccess access;
    private final Composing composing;
    private final Looking looking;
    private final Presence presence;
    private final Clock clock;

    LivePage(Posts posts, PostAccess access, Composing composing, Looking looking, Presence presence, Clock clock) {
        this.posts = posts;
        this.access = access;
        this.composing = composing;
        this.looking = looking;
        this.presence = presence;
        this.clock = clock;
    }

    /** The marks, findings, meters and previews of the words as they stand in the form. Keeps nothing. */
    @PostMapping("/posts/{id}/check")
    ModelAndView check(@PathVariable UUID id, HttpServletRequest request, Member me) {
        Post post = access.readable(id, me);
        Content typed = ComposerForm.content(request.getParameterMap(), Looking.EMPTY);
        return new ModelAndView("posts/looked", "view", looking.at(post, typed, me));
    }

    /** Keeps the words; says in words what became of it. */
    @PostMapping("/posts/{id}/autosave")
    ResponseEntity<Map<String, Object>> autosave(
            @PathVariable UUID id, HttpServletRequest request, Member me, @ModelAttribute("ui") Ui ui) {
        Post post = access.readable(id, me);
        if (!post.is(Post.State.DRAFT)) {
            return answer(HttpStatus.CONFLICT, "closed", post.version(), ui.t("posts.closed-meanwhile"));
        }
        Content typed = ComposerForm.content(
                request.getParameterMap(), composing.current(post).content());
        String title = request.getParameter("title");
        if (title != null && !title.isBlank() && title.length() <= 200) {
            posts.rename(id, title, me.id());
        }
        return switch (posts.save(id, ComposerForm.version(request.getParameterMap()), typed, me.id())) {
            case Saved.Ok ok ->
                answer(HttpStatus.OK, "kept", ok.version(), ui.t("posts.kept", ui.time(clock.instant())));
            case Saved.Conflict conflict ->
                answer(HttpStatus.CONFLICT, "conflict", conflict.version(), ui.t("posts.conflict-now"));
            case Saved.TooLong tooLong ->
                answer(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-long",
                        post.version(),
                        ui.t("posts.too-long-now", ui.t(tooLong.field()), tooLong.limit(), tooLong.was()));
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(
            HttpStatus status, String outcome, long version, String words) {
        return ResponseEntity.status(status).body(Map.of("outcome", outcome, "version", version, "words", words));
    }

    /** Says that somebody is here, and hears who else is. */
    @PostMapping("/posts/{id}/presence")
    ModelAndView here(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean leaving, Member me) {
        Post post = access.readable(id, me);
        if (leaving) {
            presence.left(id, me.id());
        } else {
            presence.seen(id, me.id());
        }
        ModelAndView page = new ModelAndView("posts/presence");
        page.addObject("others", composing.names(presence.others(post.id(), me.id())));
        return page;
    }
}
