package health.clarion.publishing.web;

import health.clarion.campaigns.Campaigns;
import health.clarion.channels.Reason;
import health.clarion.channels.copypack.CopyPack;
import health.clarion.people.Member;
import health.clarion.publishing.AttemptMade;
import health.clarion.publishing.CopyPacks;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.DeliveryPart;
import health.clarion.publishing.Pauses;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.Settling;
import health.clarion.publishing.Wall;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** Planning, moving, taking back and pausing, for programs. */
@RestController
@RequestMapping("/api/v1")
class PublishingApi {

    private static final String MAY_PUBLISH = "hasAuthority('publish')";

    private final Publishing publishing;
    private final Settling settling;
    private final Deliveries deliveries;
    private final Pauses pauses;
    private final CopyPacks packs;
    private final Campaigns campaigns;

    PublishingApi(
            Publishing publishing,
            Settling settling,
            Deliveries deliveries,
            Pauses pauses,
            CopyPacks packs,
            Campaigns campaigns) {
        this.publishing = publishing;
        this.settling = settling;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.packs = packs;
        this.campaigns = campaigns;
    }

    /** A plan: a submission, to some accounts, at a time of day in a zone. */
    record Plan(
            @NotNull UUID submission,
            @NotEmpty @Size(max = 50) List<UUID> accounts,
            @NotNull LocalDateTime time,
            @NotNull ZoneId zone,
            @Nullable UUID corrects) {}

    /** Another time. */
    record Move(@NotNull LocalDateTime time, @NotNull ZoneId zone) {}

    /** What a person saw: {@code there}, {@code not-there} or {@code leave}. */
    record Settled(@NotBlank String seen, @Nullable String address) {}

    /** What to post by hand; without a pack nothing is to be posted now, and {@code why} says why. */
    record Packed(@Nullable CopyPack pack, @Nullable Reason why) {}

    /** A pause of one campaign, or of everything. */
    record PauseAsked(
            @Nullable UUID campaign,
            @NotBlank @Size(max = 500) String why) {}

    /** A delivery as programs see it. */
    record Shown(
            UUID id,
            UUID post,
            UUID campaign,
            UUID submission,
            String hash,
            UUID account,
            String network,
            LocalDateTime time,
            ZoneId zone,
            Instant due,
            Instant lateAfter,
            String state,
            @Nullable String held,
            @Nullable Reason reason,
            @Nullable UUID corrects,
            @Nullable String readBack,
            boolean askedBack,
            boolean needsPerson) {

        static Shown of(Delivery d) {
            return new Shown(
                    d.id(),
                    d.post(),
                    d.campaign(),
                    d.submission(),
                    d.contentHash(),
                    d.account(),
                    d.network().id(),
                    d.wall(),
                    d.zone(),
                    d.due(),
                    d.lateAfter(),
                    PublishingApi.id(d.state()),
                    d.held() == null ? null : PublishingApi.id(d.held()),
                    d.reason(),
                    d.corrects(),
                    d.readBack() == null ? null : PublishingApi.id(d.readBack()),
                    d.askedBack(),
                    d.needsPerson());
        }
    }

    /** A delivery with its parts and every attempt. */
    record Whole(Shown delivery, List<DeliveryPart> parts, List<AttemptMade> attempts) {}

    @ApiCall("Plans what was signed off, for one or more accounts, at a time of day in a zone.")
    @PostMapping("/deliveries")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(MAY_PUBLISH)
    List<Shown> schedule(@Valid @RequestBody Plan plan, Member me) {
        return publishing
                .schedule(plan.submission(), plan.accounts(), new Wall(plan.time(), plan.zone()), plan.corrects(), me)
                .stream()
                .map(Shown::of)
                .toList();
    }

    @ApiCall("Lists deliveries, of one campaign or in some states.")
    @GetMapping("/deliveries")
    List<Shown> list(
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(defaultValue = "100") int limit,
            Member me) {
        UUID only = me.partnerCampaign().orElse(campaign);
        return deliveries.list(new Deliveries.Filter(only, states(state), limit)).stream()
                .map(Shown::of)
                .toList();
    }

    @ApiCall("Shows a delivery with its parts and every attempt.")
    @GetMapping("/deliveries/{id}")
    Whole one(@PathVariable UUID id, Member me) {
        Delivery delivery = deliveries.visible(id, me);
        return new Whole(Shown.of(delivery), deliveries.parts(id), deliveries.attempts(id));
    }

    @ApiCall("Gives what a person posts by hand now: words, pictures with descriptions, and the steps.")
    @GetMapping("/deliveries/{id}/copy-pack")
    Packed copyPack(@PathVariable UUID id, Member me) {
        CopyPacks.Answer answer = packs.of(deliveries.visible(id, me))
                .orElseGet(() -> new CopyPacks.Answer.NotNow(new Reason("publishing.no-pack", List.of())));
        return switch (answer) {
            case CopyPacks.Answer.Pack ready -> new Packed(ready.pack(), null);
            case CopyPacks.Answer.NotNow not -> new Packed(null, not.why());
        };
    }

    @ApiCall("Moves a delivery to another time.")
    @PostMapping("/deliveries/{id}/move")
    @PreAuthorize(MAY_PUBLISH)
    Shown move(@PathVariable UUID id, @Valid @RequestBody Move move, Member me) {
        deliveries.visible(id, me);
        return Shown.of(publishing.move(id, new Wall(move.time(), move.zone()), me));
    }

    @ApiCall("Sends a delivery now.")
    @PostMapping("/deliveries/{id}/send-now")
    @PreAuthorize(MAY_PUBLISH)
    Shown sendNow(@PathVariable UUID id, Member me) {
        deliveries.visible(id, me);
        return Shown.of(publishing.sendNow(id, me));
    }

    @ApiCall("Lets a held delivery go ahead as planned.")
    @PostMapping("/deliveries/{id}/keep")
    @PreAuthorize(MAY_PUBLISH)
    Shown keep(@PathVariable UUID id, Member me) {
        deliveries.visible(id, me);
        return Shown.of(publishing.keep(id, me));
    }

    @ApiCall("Drops a delivery that was not sent.")
    @DeleteMapping("/deliveries/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(MAY_PUBLISH)
    void drop(@PathVariable UUID id, Member me) {
        deliveries.visible(id, me);
        publishing.drop(id, me);
    }

    @ApiCall("Takes a published delivery back from its network.")
    @PostMapping("/deliveries/{id}/retract")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize(MAY_PUBLISH)
    Shown retract(@PathVariable UUID id, Member me) {
        deliveries.visible(id, me);
        publishing.retract(id, me);
        return Shown.of(deliveries.visible(id, me));
    }

    @ApiCall("Leaves what is out as it is, after a person saw that it differs from what was signed.")
    @PostMapping("/deliveries/{id}/accept")
    @PreAuthorize(MAY_PUBLISH)
    Shown accept(@PathVariable UUID id, Member me) {
        deliveries.visible(id, me);
        publishing.accept(id, me);
        return Shown.of(deliveries.visible(id, me));
    }

    @ApiCall("Says what a person saw on the network, where nobody could tell.")
    @PostMapping("/deliveries/{id}/settle")
    @PreAuthorize(MAY_PUBLISH)
    Shown settle(@PathVariable UUID id, @Valid @RequestBody Settled settled, Member me) {
        deliveries.visible(id, me);
        settling.settle(id, DeliveriesPage.seen(settled.seen()), settled.address(), me);
        return Shown.of(deliveries.visible(id, me));
    }

    @ApiCall("Lists the pauses that hold now.")
    @GetMapping("/pauses")
    List<Pauses.Pause> pauses() {
        return pauses.active();
    }

    @ApiCall("Pauses one campaign, or everything, and lists what is held.")
    @PostMapping("/pauses")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(MAY_PUBLISH)
    List<Shown> pause(@Valid @RequestBody PauseAsked asked, Member me) {
        if (asked.campaign() != null && campaigns.find(asked.campaign()).isEmpty()) {
            throw Problem.notFound("campaigns.problem.none");
        }
        return pauses.begin(asked.campaign(), asked.why(), me).stream()
                .map(Shown::of)
                .toList();
    }

    @ApiCall("Ends a pause; what was held waits for a decision.")
    @DeleteMapping("/pauses/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(MAY_PUBLISH)
    void resume(@PathVariable UUID id, Member me) {
        pauses.end(id, me);
    }

    private static Set<Delivery.State> states(@Nullable List<String> asked) {
        EnumSet<Delivery.State> states = EnumSet.noneOf(Delivery.State.class);
        try {
            for (String state : asked == null ? List.<String>of() : asked) {
                states.add(Delivery.State.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "publishing.unknown-state");
        }
        return states;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
