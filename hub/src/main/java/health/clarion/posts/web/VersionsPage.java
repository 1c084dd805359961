package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.posts.Content;
import health.clarion.posts.Difference;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Revision;
import health.clarion.posts.Saved;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Earlier versions of a post: who wrote what when, what changed, and going back. */
@Controller
class VersionsPage {

    private static final int SHOWN = 50;

    private final Posts posts;
    private final PostAccess access;
    private final People people;

    VersionsPage(Posts posts, PostAccess access, People people) {
        this.posts = posts;
        this.access = access;
        this.people = people;
    }

    @GetMapping("/posts/{id}/versions")
    String versions(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Integer from,
            Member me,
            Model model) {
        Post post = access.readable(id, me);
        List<Revision> revisions = posts.revisions(id, SHOWN);
        Revision chosen = version == null ? revisions.getFirst() : existing(id, version);
        Revision before = from != null
                ? existing(id, from)
                : posts.revision(id, chosen.number() - 1).orElse(null);
        Content old = before == null
                ? Content.of("", chosen.content().language(), chosen.content().networks())
                : before.content();
        model.addAttribute("post", post);
        model.addAttribute("revisions", revisions);
        model.addAttribute(
                "names", people.named(revisions.stream().map(Revision::author).toList()));
        model.addAttribute("chosen", chosen);
        model.addAttribute("before", before);
        model.addAttribute("differences", Difference.between(old, chosen.content()));
        return "posts/versions";
    }

    @PostMapping("/posts/{id}/versions/{number}/restore")
    String restore(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam long version,
            Member me,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        access.readable(id, me);
        Content words = existing(id, number).content();
        return switch (posts.save(id, version, words, me.id())) {
            case Saved.Ok ok -> {
                flash.addFlashAttribute("flash", ui.t("posts.restored", number));
                yield "redirect:/posts/" + id;
            }
            case Saved.Conflict conflict ->
                throw Problem.conflict("posts.changed-meanwhile")
                        .next("posts.see-versions", "/posts/" + id + "/versions");
            case Saved.TooLong tooLong -> throw Problem.invalid("posts.too-long", tooLong.limit(), tooLong.was());
        };
    }

    private Revision existing(UUID id, int number) {
        return posts.revision(id, number).orElseThrow(() -> Problem.notFound("posts.no-version"));
    }
}
