package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.posts.Content;
import health.clarion.posts.Filter;
import health.clarion.posts.MeantFor;
import health.clarion.posts.Post;
import health.clarion.posts.PostOrigin;
import health.clarion.posts.Posts;
import health.clarion.posts.Standings;
import health.clarion.posts.Standings.Standing;
import health.clarion.posts.Surroundings;
import health.clarion.posts.Surroundings.About;
import health.clarion.ui.Place;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All posts, and beginning one: from nothing, from something else, as a copy or a translation. */
@Controller
class PostPages {

    private static final int SHOWN = 50;

    private final Posts posts;
    private final PostAccess access;
    private final MeantFor meantFor;
    private final Surroundings surroundings;
    private final People people;
    private final ObjectProvider<Standings> standings;
    private final ObjectProvider<PostOrigin> origins;

    PostPages(
            Posts posts,
            PostAccess access,
            MeantFor meantFor,
            Surroundings surroundings,
            People people,
            ObjectProvider<Standings> standings,
            ObjectProvider<PostOrigin> origins) {
        this.posts = posts;
        this.access = access;
        this.meantFor = meantFor;
        this.surroundings = surroundings;
        this.people = people;
        this.standings = standings;
        this.origins = origins;
    }

    @GetMapping("/posts")
    String list(
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Member me,
            Model model) {
        Filter filter = access.within(new Filter(campaign, state(state), q, SHOWN + 1), me);
        List<Post> found = posts.list(filter);
        List<Post> shown = found.subList(0, Math.min(SHOWN, found.size()));
        model.addAttribute("posts", shown);
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        model.addAttribute("campaign", campaign);
        model.addAttribute("campaigns", surroundings.campaigns(me));
        model.addAttribute(
                "titles", surroundings.titles(shown.stream().map(Post::campaign).toList()));
        model.addAttribute(
                "names", people.named(shown.stream().map(Post::author).toList()));
        model.addAttribute("standings", standings(shown, me));
        return "posts/list";
    }

    private Map<UUID, Standing> standings(List<Post> shown, Member me) {
        Map<UUID, Standing> all = new HashMap<>();
        List<UUID> ids = shown.stream().map(Post::id).toList();
        standings.stream()
                .sorted(Comparator.comparingInt(Standings::order))
                .forEach(source -> all.putAll(source.of(ids, me.locale())));
        return all;
    }

    private static Post.@Nullable State state(String id) {
        for (Post.State state : Post.State.values()) {
            if (state.id().equals(id)) {
                return state;
            }
        }
        return null;
    }

    @GetMapping("/posts/new")
    ModelAndView begin(
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(defaultValue = "") String from,
            @ModelAttribute FreePlace place,
            Member me) {
        return beginning(
                campaign, from, origin(from, me).map(PostOrigin.Start::title).orElse(""), place, null, me);
    }

    private ModelAndView beginning(
            @Nullable UUID campaign, String from, String title, FreePlace place, @Nullable String trouble, Member me) {
        ModelAndView page = new ModelAndView("posts/begin");
        page.addObject("place", place);
        page.addObject("campaigns", surroundings.campaigns(me));
        page.addObject("campaign", campaign);
        page.addObject("from", from);
        page.addObject("title", title);
        page.addObject("trouble", trouble);
        page.setStatus(trouble == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/posts")
    ModelAndView create(
            @RequestParam(defaultValue = "") String campaign,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String from,
            @ModelAttribute FreePlace place,
            Member me) {
        Optional<About> chosen =
                ComposerForm.uuid(campaign).filter(id -> access.mayRead(id, me)).flatMap(surroundings::about);
        if (chosen.isEmpty()) {
            return beginning(null, from, title, place, "posts.campaign-missing", me);
        }
        if (title.isBlank() || title.strip().length() > 200) {
            return beginning(chosen.get().id(), from, title, place, "posts.title-missing", me);
        }
        Content content = origin(from, me)
                .map(PostOrigin.Start::content)
                .orElseGet(() -> Content.of("", "en", chosen.get().networks()));
        if (content.networks().isEmpty()) {
            content = content.withNetworks(chosen.get().networks());
        }
        content = place.on(content);
        Post post = posts.create(chosen.get().id(), title, language(language, chosen.get()), content, me.id());
        place.time().ifPresent(time -> meantFor.choose(post.id(), time, me.zone()));
        named(from).ifPresent(origin -> origin.begun(from.substring(from.indexOf(':') + 1), post, me));
        return new ModelAndView("redirect:/posts/" + post.id());
    }

    private static String language(String asked, About campaign) {
        if (asked.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            return asked;
        }
        return campaign.languages().isEmpty() ? "en" : campaign.languages().getFirst();
    }

    private Optional<PostOrigin.Start> origin(String from, Member me) {
        return named(from).map(origin -> origin.start(from.substring(from.indexOf(':') + 1), me));
    }

    private Optional<PostOrigin> named(String from) {
        String kind = from.substring(0, Math.max(0, from.indexOf(':')));
        return origins.stream().filter(origin -> origin.kind().equals(kind)).findFirst();
    }

    @PostMapping("/posts/{id}/copy")
    String copy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String language,
            Member me,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        Post post = access.readable(id, me);
        boolean translation =
                language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") && !language.equals(post.language());
        String title = translation
                ? ui.t("posts.translation-title", post.title(), language)
                : ui.t("posts.copy-title", post.title());
        Post copy = posts.copy(
                id,
                title.substring(0, Math.min(200, title.length())),
                translation ? language : post.language(),
                me.id());
        flash.addFlashAttribute("flash", ui.t(translation ? "posts.translation-begun" : "posts.copied"));
        return "redirect:/posts/" + copy.id();
    }

    @PostMapping("/posts/{id}/archive")
    String archive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean away,
            Member me,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        access.readable(id, me);
        posts.archive(id, away, me.id());
        flash.addFlashAttribute("flash", ui.t(away ? "posts.put-away" : "posts.brought-back"));
        return away ? "redirect:/posts" : "redirect:/posts/" + id;
    }

    @PostMapping("/posts/{id}/delete")
    String delete(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Member me,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        access.readable(id, me);
        if (!sure) {
            throw Problem.invalid("posts.not-sure").next("posts.back-to-post", "/posts/" + id);
        }
        posts.delete(id, me.id());
        flash.addFlashAttribute("flash", ui.t("posts.deleted"));
        return "redirect:/posts";
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place postsPlace() {
            return new Place("posts", "posts.posts", "/posts", "pencil", 40, true);
        }
    }
}
