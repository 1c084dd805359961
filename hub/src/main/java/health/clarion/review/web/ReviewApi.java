package health.clarion.review.web;

import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.review.ChangeAsked;
import health.clarion.review.Decisions;
import health.clarion.review.Guests;
import health.clarion.review.OnCall;
import health.clarion.review.Reader;
import health.clarion.review.Reminders;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.review.Window;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing off and asking for changes, for programs. */
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewApi {

    private final Review review;
    private final Decisions decisions;
    private final Guests guests;
    private final OnCall onCall;
    private final Reminders reminders;

    ReviewApi(Review review, Decisions decisions, Guests guests, OnCall onCall, Reminders reminders) {
        this.review = review;
        this.decisions = decisions;
        this.guests = guests;
        this.onCall = onCall;
        this.reminders = reminders;
    }

    /** A signature: the role, and the words the signer saw. */
    record Sign(
            @NotBlank String role,
            @NotBlank @Size(min = 64, max = 64) String hash) {}

    /** A change asked for, at a phrase of the words for one network or, without one, for all. */
    record Change(
            @Nullable String network,
            @Min(0) int start,
            @Min(0) int end,
            @Size(max = 2000) @Nullable String phrase,
            @NotBlank @Size(max = 2000) String wish) {}

    record Relax(
            @NotBlank String role,
            @NotBlank @Size(max = 2000) String why) {}

    record Why(@NotBlank @Size(max = 2000) String why) {}

    record Times(@NotNull Instant from, @NotNull Instant to) {}

    record Invite(
            @NotBlank String role,
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 200) String registration,
            @NotBlank @Size(max = 254) String email,
            @Nullable @Size(max = 35) String language) {

        /** The language of the mail; the caller's own when none is given. */
        Locale languageOr(Locale own) {
            return language == null ? own : Words.closest(Locale.forLanguageTag(language));
        }
    }

    record Call(
            @NotBlank String role,
            @NotNull UUID member,
            @NotNull Instant from,
            @NotNull Instant to) {}

    /**
     * A review as programs see it; roles by name with the topic that asks for them.
     *
     * @param lastSignedRevision what to compare {@code revision} with; 0 when nothing was signed off completely yet
     * @param nobodyLeft roles that nobody with an account could sign in
     */
    record Shown(
            UUID submission,
            UUID post,
            UUID campaign,
            String hash,
            int revision,
            int lastSignedRevision,
            String state,
            Map<String, String> needed,
            List<String> missing,
            List<String> nobodyLeft,
            List<Signed> signed,
            boolean urgent,
            Instant deadline,
            Instant windowFrom,
            Instant windowTo,
            List<ChangeAsked> changes) {}

    record Signed(String role, String signer, Instant at, String through) {}

    @ApiCall("Lists what waits for sign-off, or with mine=true what waits for the caller.")
    @GetMapping
    List<Shown> waiting(@RequestParam(defaultValue = "false") boolean mine, Member me) {
        List<Request> requests = mine ? review.queueOf(me) : review.waiting();
        List<Request> seen =
                requests.stream().filter(request -> seenBy(me, request)).toList();
        Map<UUID, List<Reader>> left = reminders.left(seen);
        return seen.stream().map(request -> shown(request, left)).toList();
    }

    @ApiCall("Shows one review: what is needed, who has signed, and which changes were asked for.")
    @GetMapping("/{submission}")
    Shown one(@PathVariable UUID submission, Member me) {
        return shown(visible(submission, me));
    }

    @ApiCall("Signs exactly the words with this hash, in one role.")
    @PostMapping("/{submission}/sign-offs")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(ReviewPage.MAY_SIGN)
    Shown sign(@PathVariable UUID submission, @Valid @RequestBody Sign sign, Member me, MemberAuthentication how) {
        return shown(review.sign(
                submission, reader(sign.role()), ReviewPage.hash(sign.hash()), me, ReviewPage.through(how)));
    }

    @ApiCall("Asks for a change, at a phrase if one is given.")
    @PostMapping("/{submission}/changes")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('write')")
    Shown change(@PathVariable UUID submission, @Valid @RequestBody Change change, Member me) {
        visible(submission, me);
        review.askForChange(
                submission,
                ReviewPage.network(change.network() == null ? "" : change.network()),
                change.start(),
                change.end(),
                change.phrase() == null ? "" : change.phrase(),
                change.wish(),
                me.actor());
        return shown(visible(submission, me));
    }

    @ApiCall("Lets one signature go, with a reason that stays on record; never the second person.")
    @PostMapping("/{submission}/relax")
    @PreAuthorize("hasRole('ADMINISTRATOR') and hasAuthority('sign-off')")
    Shown relax(@PathVariable UUID submission, @Valid @RequestBody Relax relax, Member me) {
        return shown(decisions.relax(submission, reader(relax.role()), relax.why(), me));
    }

    @ApiCall("Makes a review urgent and tells whoever is on call.")
    @PostMapping("/{submission}/urgent")
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    Shown urgent(@PathVariable UUID submission, @Valid @RequestBody Why why, Member me) {
        Request hurried = decisions.urgent(submission, why.why(), me);
        reminders.remind();
        return shown(hurried);
    }

    record Reminded(boolean sent) {}

    /** Writes to whoever is still missing, at most once an hour. */
    @ApiCall("Reminds whoever still has to sign; at most once an hour.")
    @PostMapping("/{submission}/reminders")
    @PreAuthorize("hasAuthority('write')")
    Reminded remind(@PathVariable UUID submission, Member me) {
        visible(submission, me);
        return new Reminded(reminders.nudge(submission));
    }

    @ApiCall("Approves another time window for what was signed.")
    @PostMapping("/{submission}/window")
    @PreAuthorize("hasRole('COMMUNICATOR') and hasAuthority('sign-off')")
    Shown window(@PathVariable UUID submission, @Valid @RequestBody Times times, Member me) {
        if (!times.from().isBefore(times.to())) {
            throw Problem.invalid("review.window-unreadable");
        }
        return shown(decisions.approveWindow(submission, new Window(times.from(), times.to()), me));
    }

    @ApiCall("Invites somebody without an account to sign, by mail.")
    @PostMapping("/{submission}/guests")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    Guests.Guest invite(@PathVariable UUID submission, @Valid @RequestBody Invite invite, Member me) {
        return guests.invite(
                submission,
                new Guests.Invited(
                        reader(invite.role()),
                        invite.name(),
                        invite.registration(),
                        ReviewPage.address(invite.email()),
                        invite.languageOr(me.locale())),
                me);
    }

    @ApiCall("Lists who is on call for urgent reviews.")
    @GetMapping("/on-call")
    List<OnCall.Duty> onCall() {
        return onCall.coming();
    }

    @ApiCall("Puts somebody on call.")
    @PostMapping("/on-call")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    List<OnCall.Duty> call(@Valid @RequestBody Call call, Member me) {
        onCall.add(reader(call.role()), call.member(), call.from(), call.to(), me);
        return onCall.coming();
    }

    @ApiCall("Takes somebody off call.")
    @DeleteMapping("/on-call/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    void endCall(@PathVariable UUID id, Member me) {
        if (!onCall.remove(id, me)) {
            throw Problem.notFound("review.no-duty");
        }
    }

    private Request visible(UUID submission, Member me) {
        return review.find(submission)
                .filter(request -> seenBy(me, request))
                .orElseThrow(() -> Problem.notFound("review.no-request"));
    }

    private static boolean seenBy(Member me, Request request) {
        return me.partnerCampaign().map(request.campaign()::equals).orElse(true);
    }

    private static Reader reader(String id) {
        return ReviewPage.reader(id);
    }

    private Shown shown(Request request) {
        return shown(request, reminders.left(List.of(request)));
    }

    private Shown shown(Request request, Map<UUID, List<Reader>> left) {
        Map<String, String> needed = new TreeMap<>();
        request.needed().forEach((role, topic) -> needed.put(role.id(), topic));
        return new Shown(
                request.submission(),
                request.post(),
                request.campaign(),
                request.hash().value(),
                request.revision(),
                review.lastSignedBefore(request),
                request.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                needed,
                request.missing().stream().map(Reader::id).toList(),
                left.getOrDefault(request.submission(), List.of()).stream()
                        .map(Reader::id)
                        .toList(),
                request.signed().stream()
                        .map(sign -> new Signed(sign.role().id(), sign.signer(), sign.at(), sign.through()))
                        .toList(),
                request.urgent(),
                request.deadline(),
                request.window().from(),
                request.window().to(),
                review.changes(request.submission()));
    }
}
