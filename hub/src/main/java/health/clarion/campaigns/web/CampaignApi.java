package health.clarion.campaigns.web;

import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Campaigns.Change;
import health.clarion.campaigns.PlatformAdvice;
import health.clarion.campaigns.WebLink;
import health.clarion.campaigns.web.BriefReader.Reading;
import health.clarion.campaigns.web.CampaignJson.AdviceJson;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns for programs: everything the pages do. */
@RestController
@RequestMapping("/api/v1/campaigns")
@PreAuthorize("hasAuthority('read')")
class CampaignApi {

    private final Campaigns campaigns;
    private final CampaignAccess access;
    private final PlatformAdvice advice;
    private final AwarenessDays days;
    private final People people;
    private final Organisations organisations;
    private final Words words;

    CampaignApi(
            Campaigns campaigns,
            CampaignAccess access,
            PlatformAdvice advice,
            AwarenessDays days,
            People people,
            Organisations organisations,
            Words words) {
        this.campaigns = campaigns;
        this.access = access;
        this.advice = advice;
        this.days = days;
        this.people = people;
        this.organisations = organisations;
        this.words = words;
    }

    record Page(List<CampaignJson> campaigns, int total, int page, int pages) {}

    record Move(long version, String state) {}

    record Pause(boolean paused) {}

    record Linked(URI link) {}

    @ApiCall("Lists campaigns, a page at a time.")
    @GetMapping
    Page list(Member me, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "0") int page) {
        Campaigns.Listing listing = campaigns.list(
                state.isEmpty() ? null : state(state), me.partnerCampaign().orElse(null), page);
        return new Page(
                listing.campaigns().stream().map(this::json).toList(),
                listing.total(),
                listing.page(),
                listing.pages());
    }

    @ApiCall(
            value = "Begins a campaign from a brief.",
            answers = @ApiCall.Answer(status = 201, body = CampaignJson.class))
    @PostMapping
    @PreAuthorize(CampaignPages.MAY_WRITE)
    ResponseEntity<?> create(Member me, @RequestBody CampaignJson.Write body, Locale locale) {
        return switch (read(body, me)) {
            case Reading.Bad bad -> wrong(bad.wrongs(), locale);
            case Reading.Good good -> {
                Campaign campaign = campaigns.create(good.brief(), me.actor());
                yield ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign.id()))
                        .body(json(campaign));
            }
        };
    }

    @ApiCall("Shows a campaign.")
    @GetMapping("/{id}")
    CampaignJson one(Member me, @PathVariable UUID id) {
        return json(access.readable(me, id));
    }

    @ApiCall(
            value = "Replaces the brief of a campaign; refused with 409 when somebody changed it since this version.",
            answers = @ApiCall.Answer(status = 200, body = CampaignJson.class))
    @PutMapping("/{id}")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    ResponseEntity<?> change(Member me, @PathVariable UUID id, @RequestBody CampaignJson.Write body, Locale locale) {
        Campaign campaign = access.readable(me, id);
        Long version = body.version();
        if (version == null) {
            return wrong(List.of(Wrong.in("version", "needed")), locale);
        }
        return switch (read(body, me)) {
            case Reading.Bad bad -> wrong(bad.wrongs(), locale);
            case Reading.Good good ->
                ResponseEntity.ok(saved(campaigns.change(campaign.id(), version, good.brief(), me.actor())));
        };
    }

    @ApiCall("Moves a campaign to another state; opening it needs the scope publish.")
    @PostMapping("/{id}/state")
    @PreAuthorize(CampaignPages.MAY_WRITE + " and (#body.state() != 'open' or hasAuthority('publish'))")
    CampaignJson move(Member me, @PathVariable UUID id, @RequestBody Move body) {
        Campaign campaign = access.readable(me, id);
        Campaign.State wanted = state(body.state());
        if (!campaign.state().mayBecome(wanted)) {
            throw Problem.conflict("campaigns.problem.state");
        }
        return saved(campaigns.move(id, body.version(), wanted, me.actor()));
    }

    @ApiCall("Pauses a campaign’s public page and deliveries, or resumes them.")
    @PutMapping("/{id}/paused")
    @PreAuthorize(CampaignPages.MAY_WRITE)
    CampaignJson pause(Member me, @PathVariable UUID id, @RequestBody Pause body) {
        return json(campaigns.pause(access.readable(me, id).id(), body.paused(), me.actor()));
    }

    @ApiCall("Ranks the networks for each audience of a campaign.")
    @GetMapping("/{id}/advice")
    List<CampaignJson.ForAudience> advice(Member me, @PathVariable UUID id, Locale locale) {
        Campaign campaign = access.readable(me, id);
        return campaign.audiences().stream()
                .map(audience -> new CampaignJson.ForAudience(
                        audience.name(),
                        advice.rank(audience, campaign.goal()).stream()
                                .map(one -> AdviceJson.of(one, words, Words.closest(locale)))
                                .toList()))
                .toList();
    }

    /** An address of any page with what says which campaign and network sent the reader. */
    @ApiCall("Makes a link that says which campaign and network sent the reader.")
    @GetMapping("/{id}/link")
    Linked link(
            Member me,
            @PathVariable UUID id,
            @RequestParam String network,
            @RequestParam(required = false) @Nullable String link) {
        Campaign campaign = access.readable(me, id);
        String target = link == null ? organisations.current().link("/c/" + campaign.slug()) : link;
        WebLink to = WebLink.parse(target).orElseThrow(() -> Problem.invalid("campaigns.wrong.link", target));
        return new Linked(campaigns.linkFor(campaign, network(network), to.uri()));
    }

    private static Network network(String id) {
        try {
            return Network.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("campaigns.problem.network", id);
        }
    }

    private static Campaign.State state(String id) {
        try {
            return Campaign.State.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("campaigns.problem.no-state", id);
        }
    }

    private CampaignJson saved(Change change) {
        return switch (change) {
            case Change.Saved saved -> json(saved.campaign());
            case Change.Stale stale -> throw Problem.conflict("campaigns.problem.stale");
            case Change.Blocked blocked ->
                throw Problem.invalid(
                        "campaigns.problem.blocked-by",
                        blocked.findings().stream()
                                .map(found ->
                                        found.field() + ": " + found.finding().rule())
                                .distinct()
                                .collect(Collectors.joining(", ")));
            case Change.Unknown gone -> throw Problem.notFound("campaigns.problem.none");
        };
    }

    private CampaignJson json(Campaign campaign) {
        return CampaignJson.of(campaign, organisations.current().link("/c/" + campaign.slug()));
    }

    private Reading read(CampaignJson.Write body, Member me) {
        return BriefReader.read(body.form(me.id()), days, id -> people.find(id).isPresent());
    }

    private ResponseEntity<ProblemDetail> wrong(List<Wrong> wrongs, Locale asked) {
        Locale locale = Words.closest(asked);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, words.of(locale, "campaigns.problem.fields", wrongs.size()));
        detail.setTitle(words.of(locale, "ui.problem.422"));
        detail.setType(URI.create("urn:clarion:campaigns.problem.fields"));
        detail.setProperty(
                "errors",
                wrongs.stream()
                        .map(wrong -> Map.of(
                                "field", wrong.field(),
                                "message",
                                        words.of(
                                                locale,
                                                wrong.key(),
                                                wrong.arguments().toArray())))
                        .toList());
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
