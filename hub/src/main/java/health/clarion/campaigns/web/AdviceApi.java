package health.clarion.campaigns.web;

import health.clarion.campaigns.Audience;
import health.clarion.campaigns.AwarenessDay;
import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Evidence;
import health.clarion.campaigns.NetworkEvidence;
import health.clarion.campaigns.PlatformAdvice;
import health.clarion.campaigns.web.CampaignJson.AdviceJson;
import health.clarion.campaigns.web.CampaignJson.EvidenceJson;
import health.clarion.people.Member;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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

/** Awareness days, advice on networks and the table behind it, for programs. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('read')")
class AdviceApi {

    private final PlatformAdvice advice;
    private final NetworkEvidence evidence;
    private final AwarenessDays days;
    private final Words words;
    private final Clock clock;

    AdviceApi(PlatformAdvice advice, NetworkEvidence evidence, AwarenessDays days, Words words, Clock clock) {
        this.advice = advice;
        this.evidence = evidence;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    record DayJson(String id, String name, LocalDate first, LocalDate last, String rule, String authority, URI source) {

        static DayJson of(AwarenessDays.Occurrence occurrence, Locale locale) {
            AwarenessDay day = occurrence.day();
            return new DayJson(
                    day.id(),
                    day.name(locale),
                    occurrence.first(),
                    occurrence.last(),
                    day.rule(),
                    day.authority(),
                    day.source());
        }
    }

    record Days(int year, List<DayJson> days) {}

    record Ranked(List<AdviceJson> networks) {}

    record Rows(List<EvidenceJson> evidence) {}

    @ApiCall("Lists the awareness days of a year, with rule and source.")
    @GetMapping("/awareness-days")
    Days days(@RequestParam(defaultValue = "0") int year, Locale locale) {
        int wanted =
                year == 0 ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() : year;
        if (wanted < AwarenessDays.FIRST_YEAR || wanted > AwarenessDays.LAST_YEAR) {
            throw Problem.invalid("campaigns.problem.year", AwarenessDays.FIRST_YEAR, AwarenessDays.LAST_YEAR);
        }
        return new Days(
                wanted,
                days.in(wanted).stream()
                        .map(day -> DayJson.of(day, Words.closest(locale)))
                        .toList());
    }

    @ApiCall("Ranks the networks for an audience, with the reasons.")
    @GetMapping("/platform-advice")
    Ranked advice(
            @RequestParam(defaultValue = "") List<String> ages,
            @RequestParam(defaultValue = "awareness") String goal,
            @RequestParam(defaultValue = "") List<String> languages,
            Locale locale) {
        Audience audience = new Audience("-", "", AdvicePages.bands(ages), languages, Audience.USUAL_READER);
        return new Ranked(advice.rank(audience, AdvicePages.goal(goal)).stream()
                .map(one -> AdviceJson.of(one, words, Words.closest(locale)))
                .toList());
    }

    @ApiCall("Lists the figures behind the advice.")
    @GetMapping("/platform-advice/evidence")
    Rows rows() {
        return new Rows(evidence.all().stream().map(EvidenceJson::of).toList());
    }

    @ApiCall(
            value = "Adds a figure with its source.",
            answers = @ApiCall.Answer(status = 201, body = EvidenceJson.class))
    @PostMapping("/platform-advice/evidence")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    ResponseEntity<EvidenceJson> add(Member me, @RequestBody EvidenceJson body) {
        Evidence row = read(body, UUID.randomUUID(), 0);
        if (!evidence.save(row, me.actor())) {
            throw Problem.conflict("campaigns.problem.evidence-full", NetworkEvidence.MOST);
        }
        return ResponseEntity.created(URI.create("/api/v1/platform-advice/evidence/" + row.id()))
                .body(EvidenceJson.of(row(row.id())));
    }

    @ApiCall("Changes a figure.")
    @PutMapping("/platform-advice/evidence/{id}")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    EvidenceJson change(Member me, @PathVariable UUID id, @RequestBody EvidenceJson body) {
        Long version = body.version();
        if (version == null || version < 1) {
            throw Problem.invalid("campaigns.wrong.needed");
        }
        if (!evidence.save(read(body, row(id).id(), version), me.actor())) {
            throw Problem.conflict("campaigns.problem.stale");
        }
        return EvidenceJson.of(row(id));
    }

    @ApiCall("Removes a figure.")
    @DeleteMapping("/platform-advice/evidence/{id}")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Member me, @PathVariable UUID id) {
        evidence.remove(row(id).id(), me.actor());
    }

    private Evidence read(EvidenceJson body, UUID id, long version) {
        EvidenceForm typed = EvidenceForm.of(body);
        EvidenceForm.Reading reading = new EvidenceForm(
                        typed.network(),
                        typed.country(),
                        typed.ageFrom(),
                        typed.ageTo(),
                        typed.share(),
                        typed.measure(),
                        typed.title(),
                        typed.source(),
                        typed.published(),
                        typed.surveyedFrom(),
                        typed.surveyedUntil(),
                        typed.asked(),
                        version)
                .read(id);
        Evidence row = reading.evidence();
        if (row == null) {
            Wrong first = reading.wrongs().getFirst();
            throw Problem.invalid("campaigns.problem.evidence-field", first.field());
        }
        return row;
    }

    private Evidence row(UUID id) {
        return evidence.find(id).orElseThrow(() -> Problem.notFound("campaigns.problem.no-evidence"));
    }
}
