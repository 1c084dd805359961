package health.clarion.inbox.web;

import health.clarion.inbox.Answering;
import health.clarion.inbox.Answering.Result;
import health.clarion.inbox.Duty;
import health.clarion.inbox.GivenAnswers;
import health.clarion.inbox.Inbox;
import health.clarion.inbox.Item;
import health.clarion.inbox.Noticed;
import health.clarion.inbox.Triage;
import health.clarion.people.Member;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came back and who is on duty, for programs: everything the pages do. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize(InboxRoles.MAY_READ + " and hasAuthority('read')")
class InboxApi {

    private final Inbox inbox;
    private final Answering answering;
    private final GivenAnswers answers;
    private final Duty duty;
    private final Triage triage;
    private final Words words;

    InboxApi(Inbox inbox, Answering answering, GivenAnswers answers, Duty duty, Triage triage, Words words) {
        this.inbox = inbox;
        this.answering = answering;
        this.answers = answers;
        this.duty = duty;
        this.triage = triage;
        this.words = words;
    }

    record ItemJson(
            UUID id,
            UUID account,
            String network,
            String kind,
            String authorHandle,
            String authorName,
            String text,
            String uri,
            Instant writtenAt,
            int crisis,
            boolean personal,
            String state,
            @Nullable UUID by,
            @Nullable Instant since,
            @Nullable String answerUrl) {

        static ItemJson of(Item item) {
            return new ItemJson(
                    item.id(),
                    item.account(),
                    item.network().id(),
                    item.kind().name().toLowerCase(Locale.ROOT),
                    item.authorHandle(),
                    item.authorName(),
                    item.text(),
                    item.uri(),
                    item.writtenAt(),
                    item.crisis(),
                    item.personal(),
                    item.state().id(),
                    item.by(),
                    item.since(),
                    item.answerUrl());
        }
    }

    record ListJson(List<ItemJson> items, int total, int page) {}

    record Sign(String words, String message, @Nullable String suggestion, String source) {}

    record NoticedJson(
            int level,
            List<String> risks,
            String who,
            List<Sign> signs,
            @Nullable String masked) {

        static NoticedJson of(Noticed noticed) {
            return new NoticedJson(
                    noticed.crisis().level(),
                    noticed.crisis().risks().stream()
                            .sorted()
                            .map(NoticedJson::id)
                            .toList(),
                    id(noticed.crisis().who()),
                    noticed.signs().stream()
                            .map(sign ->
                                    new Sign(noticed.words(sign), sign.message(), sign.suggestion(), sign.source()))
                            .toList(),
                    noticed.masked());
        }

        private static String id(Enum<?> one) {
            return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record AnswerJson(String text, @Nullable String language) {}

    record SentJson(
            String state, @Nullable String url, @Nullable String reason) {}

    record ShiftJson(UUID id, UUID member, LocalDateTime starts, LocalDateTime ends, String zone) {

        static ShiftJson of(Duty.Shift shift) {
            return new ShiftJson(
                    shift.id(),
                    shift.member(),
                    shift.starts().time(),
                    shift.ends().time(),
                    shift.starts().zone().getId());
        }
    }

    record NewShift(
            UUID member,
            LocalDateTime starts,
            LocalDateTime ends,
            String zone,
            @Nullable Integer weeks) {}

    record OnDuty(UUID id, String name) {}

    @ApiCall("Lists what came back: open (the most urgent first), mine or closed.")
    @GetMapping("/inbox")
    ListJson list(
            @RequestParam(defaultValue = "open") String show, @RequestParam(defaultValue = "0") int page, Member me) {
        Inbox.Listing listing =
                switch (show) {
                    case "open" -> inbox.open(page, null);
                    case "mine" -> inbox.open(page, me.id());
                    case "closed" -> inbox.closed(page);
                    default -> throw Problem.invalid("inbox.unknown-list");
                };
        return new ListJson(listing.items().stream().map(ItemJson::of).toList(), listing.total(), listing.page());
    }

    @ApiCall("Shows one reply or mention.")
    @GetMapping("/inbox/{id}")
    ItemJson one(@PathVariable UUID id) {
        return ItemJson.of(inbox.find(id).orElseThrow(() -> Problem.notFound("inbox.no-item")));
    }

    @ApiCall(
            "Tells what stands out in a reply by today's rules: how grave, what kind of risk and whose, the words that decided it, "
                    + "and the words with nothing that identifies anyone.")
    @GetMapping("/inbox/{id}/noticed")
    NoticedJson noticed(@PathVariable UUID id, Member me) {
        Item item = inbox.find(id).orElseThrow(() -> Problem.notFound("inbox.no-item"));
        return NoticedJson.of(triage.noticed(item.text(), me.locale()));
    }

    @ApiCall("Takes a reply on, with over=true also from somebody else.")
    @PostMapping("/inbox/{id}/claim")
    @PreAuthorize(InboxRoles.MAY_ACT)
    ItemJson claim(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean over, Member me) {
        return ItemJson.of(inbox.claim(id, me, over));
    }

    @ApiCall("Gives a reply back to everybody.")
    @PostMapping("/inbox/{id}/release")
    @PreAuthorize(InboxRoles.MAY_ACT)
    ItemJson release(@PathVariable UUID id, Member me) {
        return ItemJson.of(inbox.release(id, me));
    }

    @ApiCall("Notes that a reply was answered elsewhere.")
    @PostMapping("/inbox/{id}/answered")
    @PreAuthorize(InboxRoles.MAY_ACT)
    ItemJson answered(@PathVariable UUID id, Member me) {
        return ItemJson.of(inbox.answered(id, me, null));
    }

    @ApiCall("Puts a reply away without an answer.")
    @PostMapping("/inbox/{id}/done")
    @PreAuthorize(InboxRoles.MAY_ACT)
    ItemJson done(@PathVariable UUID id, Member me) {
        return ItemJson.of(inbox.done(id, me));
    }

    @ApiCall("Opens a reply again.")
    @PostMapping("/inbox/{id}/reopen")
    @PreAuthorize(InboxRoles.MAY_ACT)
    ItemJson reopen(@PathVariable UUID id, Member me) {
        return ItemJson.of(inbox.reopen(id, me));
    }

    /** GivenAnswers in public. 422 with the findings or reasons when it is not sent; nothing of it is there then. */
    @ApiCall(
            value = "Answers in public, after a check; 202 when nobody can tell whether it went out.",
            answers = {
                @ApiCall.Answer(status = 200, body = SentJson.class),
                @ApiCall.Answer(status = 202, body = SentJson.class)
            })
    @PostMapping("/inbox/{id}/answer")
    @PreAuthorize(InboxRoles.MAY_ANSWER)
    ResponseEntity<?> answer(@PathVariable UUID id, @RequestBody AnswerJson body, Member me, Locale reader) {
        String language = body.language() == null ? me.locale().getLanguage() : body.language();
        return switch (answering.answer(id, body.text(), language, me)) {
            case Result.Sent sent -> ResponseEntity.ok(new SentJson("sent", sent.url(), null));
            case Result.Unsure unsure ->
                ResponseEntity.accepted()
                        .body(new SentJson(
                                "unsure",
                                null,
                                words.of(
                                        reader,
                                        unsure.reason().key(),
                                        unsure.reason().arguments().toArray())));
            case Result.HeldBack held ->
                refused(
                        "inbox.answer-held-back",
                        held.findings().stream()
                                .map(finding -> finding.message())
                                .toList(),
                        reader);
            case Result.NotSent not ->
                refused(
                        "inbox.answer-not-sent",
                        not.reasons().stream()
                                .map(reason -> words.of(
                                        reader, reason.key(), reason.arguments().toArray()))
                                .toList(),
                        reader);
        };
    }

    private ResponseEntity<ProblemDetail> refused(String key, List<String> reasons, Locale reader) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, words.of(reader, key));
        detail.setType(URI.create("urn:clarion:" + key));
        detail.setProperty("reasons", reasons);
        return ResponseEntity.unprocessableContent().body(detail);
    }

    @ApiCall("Says whether an answer of unknown fate is there.")
    @PostMapping("/inbox/{id}/settle")
    @PreAuthorize(InboxRoles.MAY_ANSWER)
    ItemJson settle(@PathVariable UUID id, @RequestParam boolean there, Member me) {
        answers.settle(id, there, me);
        return one(id);
    }

    /** Everything kept of one author, for when they ask. */
    @ApiCall("Shows everything kept of one author.")
    @GetMapping("/inbox/authors/{network}/{handle}")
    @PreAuthorize(InboxRoles.MAY_ERASE)
    List<ItemJson> author(@PathVariable String network, @PathVariable String handle) {
        return inbox.of(AuthorPage.network(network), handle).stream()
                .map(ItemJson::of)
                .toList();
    }

    record Erased(int erased) {}

    @ApiCall("Erases everything kept of one author.")
    @DeleteMapping("/inbox/authors/{network}/{handle}")
    @PreAuthorize(InboxRoles.MAY_ERASE)
    Erased erase(@PathVariable String network, @PathVariable String handle, Member me) {
        return new Erased(inbox.erase(AuthorPage.network(network), handle, me));
    }

    @ApiCall("Lists the coming shifts.")
    @GetMapping("/duty")
    List<ShiftJson> shifts() {
        return duty.coming().stream().map(ShiftJson::of).toList();
    }

    @ApiCall("Shows who is on duty now.")
    @GetMapping("/duty/now")
    List<OnDuty> onDuty() {
        return duty.now().stream()
                .map(member -> new OnDuty(member.id(), member.name()))
                .toList();
    }

    @ApiCall(
            value = "Sets a shift, once or for some weeks.",
            answers = @ApiCall.Answer(status = 201, body = ShiftJson[].class))
    @PostMapping("/duty")
    @PreAuthorize(InboxRoles.MAY_SET_DUTY)
    ResponseEntity<List<ShiftJson>> add(@RequestBody NewShift shift, Member me) {
        int weeks = shift.weeks() == null ? 1 : shift.weeks();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        duty
                                .add(
                                        shift.member(),
                                        shift.starts(),
                                        shift.ends(),
                                        DutyPage.zone(shift.zone()),
                                        weeks,
                                        me)
                                .stream()
                                .map(ShiftJson::of)
                                .toList());
    }

    @ApiCall(value = "Removes a shift.", answers = @ApiCall.Answer(status = 204))
    @DeleteMapping("/duty/{id}")
    @PreAuthorize(InboxRoles.MAY_SET_DUTY)
    ResponseEntity<Void> remove(@PathVariable UUID id, Member me) {
        if (!duty.remove(id, me)) {
            throw Problem.notFound("inbox.duty.none");
        }
        return ResponseEntity.noContent().build();
    }
}
