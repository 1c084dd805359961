package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.posts.Bounds;
import health.clarion.posts.Checks;
import health.clarion.posts.Content;
import health.clarion.posts.Diff;
import health.clarion.posts.Filter;
import health.clarion.posts.MeantFor;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Presence;
import health.clarion.posts.Revision;
import health.clarion.posts.Saved;
import health.clarion.posts.Submission;
import health.clarion.posts.Submitted;
import health.clarion.posts.Surroundings;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts for programs: everything the composer does. */
@RestController
@RequestMapping("/api/v1")
class PostsApi {

    private final Posts posts;
    private final MeantFor meantFor;
    private final PostAccess access;
    private final Checks checks;
    private final Surroundings surroundings;
    private final Presence presence;
    private final People people;
    private final Words words;

    PostsApi(
            Posts posts,
            MeantFor meantFor,
            PostAccess access,
            Checks checks,
            Surroundings surroundings,
            Presence presence,
            People people,
            Words words) {
        this.posts = posts;
        this.meantFor = meantFor;
        this.access = access;
        this.checks = checks;
        this.surroundings = surroundings;
        this.presence = presence;
        this.people = people;
        this.words = words;
    }

    @ApiCall("Lists posts, the last changed first.")
    @GetMapping("/posts")
    PostJson.Listed list(
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "50") int limit,
            Member me) {
        int most = Math.clamp(limit, 1, Filter.MOST - 1);
        List<Post> found = posts.list(access.within(new Filter(campaign, state(state), text, most + 1), me));
        return new PostJson.Listed(
                found.stream()
                        .limit(most)
                        .map(post -> PostJson.One.of(post, null))
                        .toList(),
                found.size() > most);
    }

    private static Post.@Nullable State state(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        for (Post.State state : Post.State.values()) {
            if (state.id().equals(id)) {
                return state;
            }
        }
        throw Problem.invalid("posts.no-state", id);
    }

    @ApiCall(value = "Begins a post in a campaign.", answers = @ApiCall.Answer(status = 201, body = PostJson.One.class))
    @PostMapping("/posts")
    ResponseEntity<PostJson.One> create(@RequestBody PostJson.Create asked, Member me) {
        var campaign = java.util.Optional.ofNullable(asked.campaign())
                .filter(id -> access.mayRead(id, me))
                .flatMap(surroundings::about)
                .orElseThrow(() -> Problem.invalid("posts.no-campaign"));
        String language = asked.language() == null ? "en" : asked.language();
        Content empty = Content.of("", language, campaign.networks());
        Content content = asked.content() == null ? empty : asked.content().on(empty);
        Post post = posts.create(campaign.id(), asked.title() == null ? "" : asked.title(), language, content, me.id());
        if (asked.meantFor() != null) {
            meantFor.choose(post.id(), asked.meantFor(), me.zone());
        }
        return ResponseEntity.created(URI.create("/api/v1/posts/" + post.id())).body(whole(post));
    }

    @ApiCall("Shows a post with its present words.")
    @GetMapping("/posts/{id}")
    PostJson.One one(@PathVariable UUID id, Member me) {
        return whole(access.readable(id, me));
    }

    @ApiCall(
            value = "Changes a post; refused with 409 and the other words when somebody changed it since this version.",
            answers = @ApiCall.Answer(status = 200, body = PostJson.One.class))
    @PutMapping("/posts/{id}")
    ResponseEntity<?> change(@PathVariable UUID id, @RequestBody PostJson.Change asked, Member me, Locale reader) {
        Post post = access.readable(id, me);
        Content content =
                asked.content() == null ? current(post) : asked.content().on(current(post));
        return switch (posts.save(id, asked.version(), content, me.id())) {
            case Saved.Ok ok -> {
                if (asked.title() != null) {
                    posts.rename(id, asked.title(), me.id());
                }
                yield ResponseEntity.ok(whole(access.readable(id, me)));
            }
            case Saved.Conflict conflict -> conflict(conflict.theirs(), conflict.version(), id, reader);
            case Saved.TooLong tooLong -> throw tooLong(tooLong, reader);
        };
    }

    @ApiCall("Deletes a draft that was never handed in.")
    @DeleteMapping("/posts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, Member me) {
        access.readable(id, me);
        posts.delete(id, me.id());
    }

    /** What the safeguards and the ruler say about the kept words, or about those in the request. Keeps nothing. */
    @ApiCall("Checks the kept words, or those sent, and measures them for each network. Keeps nothing.")
    @PostMapping("/posts/{id}/check")
    PostJson.Checked check(
            @PathVariable UUID id,
            @RequestBody(required = false) PostJson.@Nullable Words typed,
            Member me,
            Locale reader) {
        Post post = access.readable(id, me);
        Content content = typed == null ? current(post) : typed.on(current(post));
        Bounds.exceeded(content).ifPresent(tooLong -> {
            throw tooLong(tooLong, reader);
        });
        return PostJson.Checked.of(checks.look(content, surroundings.setting(post.campaign()), reader));
    }

    private Problem tooLong(Saved.TooLong tooLong, Locale reader) {
        return Problem.invalid("posts.too-long-now", words.of(reader, tooLong.field()), tooLong.limit(), tooLong.was());
    }

    @ApiCall(
            value = "Hands a post in for sign-off; refused with 422, findings and obstacles when something blocks it.",
            answers = @ApiCall.Answer(status = 201, body = PostJson.HandedIn.class))
    @PostMapping("/posts/{id}/submit")
    ResponseEntity<?> submit(@PathVariable UUID id, @RequestBody PostJson.AtVersion asked, Member me, Locale reader) {
        access.readable(id, me);
        return switch (posts.submit(id, asked.version(), me.id())) {
            case Submitted.Ok ok ->
                ResponseEntity.created(URI.create(
                                "/api/v1/submissions/" + ok.submission().id()))
                        .body(handedIn(ok.submission(), reader));
            case Submitted.Conflict conflict -> conflict(conflict.theirs(), conflict.version(), id, reader);
            case Submitted.Refused refused -> refused(refused, id, reader);
        };
    }

    private ResponseEntity<ProblemDetail> refused(Submitted.Refused refused, UUID id, Locale reader) {
        ProblemDetail detail = problem(HttpStatus.UNPROCESSABLE_CONTENT, "posts.refused", id, reader);
        detail.setProperty(
                "findings", refused.findings().stream().map(PostJson.Found::of).toList());
        detail.setProperty(
                "obstacles",
                refused.obstacles().stream()
                        .map(stop -> PostJson.Stopped.of(
                                stop,
                                words.of(reader, stop.key(), stop.arguments().toArray())))
                        .toList());
        return answer(detail);
    }

    private ResponseEntity<ProblemDetail> conflict(Revision theirs, long version, UUID id, Locale reader) {
        ProblemDetail detail = problem(HttpStatus.CONFLICT, "posts.changed-meanwhile", id, reader);
        detail.setProperty("version", version);
        detail.setProperty("theirs", PostJson.Version.of(theirs, true));
        return answer(detail);
    }

    private ProblemDetail problem(HttpStatus status, String key, UUID id, Locale reader) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, words.of(reader, key));
        detail.setTitle(words.of(reader, "ui.problem." + status.value()));
        detail.setType(URI.create("urn:clarion:" + key));
        detail.setInstance(URI.create("/api/v1/posts/" + id));
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    @ApiCall("Takes a post back from review.")
    @PostMapping("/posts/{id}/withdraw")
    PostJson.One withdraw(@PathVariable UUID id, Member me) {
        access.readable(id, me);
        return whole(posts.withdraw(id, me.id()));
    }

    @ApiCall("Puts a post away, or with away=false back.")
    @PostMapping("/posts/{id}/archive")
    PostJson.One archive(@PathVariable UUID id, @RequestParam(defaultValue = "true") boolean away, Member me) {
        access.readable(id, me);
        return whole(posts.archive(id, away, me.id()));
    }

    @ApiCall(
            value = "Makes a new post from this one.",
            answers = @ApiCall.Answer(status = 201, body = PostJson.One.class))
    @PostMapping("/posts/{id}/copy")
    ResponseEntity<PostJson.One> copy(@PathVariable UUID id, @RequestBody PostJson.Copy asked, Member me) {
        Post post = access.readable(id, me);
        Post copy = posts.copy(
                id,
                asked.title() == null ? post.title() : asked.title(),
                asked.language() == null ? post.language() : asked.language(),
                me.id());
        return ResponseEntity.created(URI.create("/api/v1/posts/" + copy.id())).body(whole(copy));
    }

    @ApiCall("Lists the versions of a post, the newest first, without their words.")
    @GetMapping("/posts/{id}/revisions")
    PostJson.Versions revisions(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit, Member me) {
        access.readable(id, me);
        return new PostJson.Versions(posts.revisions(id, limit).stream()
                .map(revision -> PostJson.Version.of(revision, false))
                .toList());
    }

    @ApiCall("Shows one version with its words.")
    @GetMapping("/posts/{id}/revisions/{number}")
    PostJson.Version revision(@PathVariable UUID id, @PathVariable int number, Member me) {
        access.readable(id, me);
        return PostJson.Version.of(existing(id, number), true);
    }

    /** What changed in the base words from one revision to another. */
    @ApiCall("Shows what changed in the base words from one version to another.")
    @GetMapping("/posts/{id}/diff")
    PostJson.Pieces diff(@PathVariable UUID id, @RequestParam int from, @RequestParam int to, Member me) {
        access.readable(id, me);
        return new PostJson.Pieces(
                Diff.of(
                                existing(id, from).content().text(),
                                existing(id, to).content().text())
                        .stream()
                        .map(PostJson.Piece::of)
                        .toList());
    }

    /** Counts for as long as the composer's own signs of life do: half a minute or so. */
    @ApiCall("Says that the caller has a post open, and hears who else has.")
    @PutMapping("/posts/{id}/presence")
    PostJson.Others here(@PathVariable UUID id, Member me) {
        access.readable(id, me);
        presence.seen(id, me.id());
        Collection<String> names = people.named(presence.others(id, me.id())).values();
        return new PostJson.Others(names.stream().sorted().toList());
    }

    @ApiCall("Says that the caller has closed a post.")
    @DeleteMapping("/posts/{id}/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(@PathVariable UUID id, Member me) {
        access.readable(id, me);
        presence.left(id, me.id());
    }

    @ApiCall(
            value = "Brings the words of an older version back, as a new one.",
            answers = @ApiCall.Answer(status = 200, body = PostJson.One.class))
    @PostMapping("/posts/{id}/revisions/{number}/restore")
    ResponseEntity<?> restore(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestBody PostJson.AtVersion asked,
            Member me,
            Locale reader) {
        return change(
                id,
                new PostJson.Change(asked.version(), null, PostJson.Words.of(restorable(id, number, me))),
                me,
                reader);
    }

    private Content restorable(UUID id, int number, Member me) {
        access.readable(id, me);
        return existing(id, number).content();
    }

    @ApiCall("Shows what was last handed in.")
    @GetMapping("/posts/{id}/submission")
    PostJson.HandedIn newest(@PathVariable UUID id, Member me, Locale reader) {
        access.readable(id, me);
        return handedIn(posts.newest(id).orElseThrow(() -> Problem.notFound("posts.no-submission")), reader);
    }

    @ApiCall("Shows what was handed in: findings, hash and exact payloads.")
    @GetMapping("/submissions/{id}")
    PostJson.HandedIn submission(@PathVariable UUID id, Member me, Locale reader) {
        Submission submission = posts.submission(id).orElseThrow(() -> Problem.notFound("posts.no-submission"));
        access.readable(submission.post(), me);
        return handedIn(submission, reader);
    }

    private PostJson.HandedIn handedIn(Submission submission, Locale reader) {
        return PostJson.HandedIn.of(submission, posts.report(submission.id(), reader));
    }

    private Revision existing(UUID id, int number) {
        return posts.revision(id, number).orElseThrow(() -> Problem.notFound("posts.no-version"));
    }

    private Content current(Post post) {
        return existing(post.id(), post.revision()).content();
    }

    private PostJson.One whole(Post post) {
        return PostJson.One.of(post, current(post));
    }
}
