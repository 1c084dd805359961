package health.clarion.campaigns.web;

import health.clarion.campaigns.Advice;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Evidence;
import health.clarion.campaigns.web.BriefForm.AudienceRow;
import health.clarion.campaigns.web.BriefForm.LinkRow;
import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import health.clarion.ui.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in JSON.
 *
 * @param hashtagProposals hashtags a screen reader would read as one word, with how to write them
 */
record CampaignJson(
        UUID id,
        String slug,
        String state,
        boolean paused,
        long version,
        String title,
        String change,
        String cause,
        String goal,
        String story,
        String ask,
        List<Link> actions,
        List<AudienceJson> audiences,
        List<String> hashtags,
        Map<String, String> hashtagProposals,
        LocalDate starts,
        LocalDate ends,
        @Nullable String awarenessDay,
        List<Link> partners,
        UUID owner,
        List<String> networks,
        String publicPage,
        Instant createdAt,
        Instant changedAt) {

    record Link(@Nullable String words, @Nullable String link) {
        LinkRow row() {
            return new LinkRow(PlainText.line(words), PlainText.line(link));
        }
    }

    record AudienceJson(
            @Nullable String name,
            @Nullable String who,
            @Nullable List<String> ages,
            @Nullable List<String> languages,
            @Nullable Integer readingAge) {

        AudienceRow row() {
            return new AudienceRow(
                    PlainText.line(name),
                    PlainText.line(who),
                    texts(ages),
                    String.join(",", texts(languages)),
                    readingAge == null ? AudienceRow.none().readingAge() : readingAge.toString());
        }
    }

    /** What a program sends to write or replace a brief; {@code version} is needed to replace. */
    record Write(
            @Nullable Long version,
            @Nullable String title,
            @Nullable String change,
            @Nullable String cause,
            @Nullable String goal,
            @Nullable String story,
            @Nullable String ask,
            @Nullable List<Link> actions,
            @Nullable List<AudienceJson> audiences,
            @Nullable List<String> hashtags,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String awarenessDay,
            @Nullable List<Link> partners,
            @Nullable String owner,
            @Nullable List<String> networks) {

        BriefForm form(UUID me) {
            return new BriefForm(
                    PlainText.line(title),
                    PlainText.line(change),
                    PlainText.line(cause),
                    PlainText.line(goal),
                    PlainText.lines(story),
                    PlainText.lines(ask),
                    present(actions).map(Link::row).toList(),
                    present(audiences).map(AudienceJson::row).toList(),
                    texts(hashtags),
                    PlainText.line(starts),
                    PlainText.line(ends),
                    PlainText.line(awarenessDay),
                    present(partners).map(Link::row).toList(),
                    owner == null ? me.toString() : PlainText.line(owner),
                    texts(networks));
        }
    }

    // A list that is missing is empty, and a null in it is an empty text: reading then says what is wrong with it.
    private static List<String> texts(@Nullable List<String> sent) {
        return sent == null ? List.of() : sent.stream().map(PlainText::line).toList();
    }

    private static <T> Stream<T> present(@Nullable List<T> sent) {
        return sent == null ? Stream.of() : sent.stream().filter(Objects::nonNull);
    }

    record ForAudience(String audience, List<AdviceJson> networks) {}

    record ReasonJson(String kind, String reason) {}

    /** How well a network fits; {@code share} is left out when we know of no dependable figure. */
    record AdviceJson(String network, @Nullable Integer share, List<EvidenceJson> figures, List<ReasonJson> reasons) {

        static AdviceJson of(Advice advice, Words words, Locale locale) {
            return new AdviceJson(
                    advice.network().id(),
                    advice.share().isPresent() ? advice.share().getAsInt() : null,
                    advice.figures().stream().map(EvidenceJson::of).toList(),
                    advice.reasons().stream()
                            .map(reason ->
                                    new ReasonJson(reason.kind().id(), words.of(locale, reason.key(), reason.number())))
                            .toList());
        }
    }

    /** A row of the table of who uses which network. */
    record EvidenceJson(
            @Nullable UUID id,
            @Nullable String network,
            @Nullable String country,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable Integer share,
            @Nullable String measure,
            @Nullable String title,
            @Nullable String source,
            @Nullable LocalDate published,
            @Nullable LocalDate surveyedFrom,
            @Nullable LocalDate surveyedUntil,
            @Nullable Integer asked,
            @Nullable Long version) {

        static EvidenceJson of(Evidence row) {
            return new EvidenceJson(
                    row.id(),
                    row.network().id(),
                    row.country(),
                    row.ageFrom(),
                    row.ageTo(),
                    row.share(),
                    row.measure().id(),
                    row.title(),
                    row.source().toString(),
                    row.published(),
                    row.surveyedFrom(),
                    row.surveyedUntil(),
                    row.asked(),
                    row.version());
        }
    }

    static CampaignJson of(Campaign campaign, String publicPage) {
        Brief brief = campaign.brief();
        Map<String, String> proposals = new LinkedHashMap<>();
        brief.hashtags()
                .forEach(tag -> tag.inCamelCase().ifPresent(better -> proposals.put(tag.name(), better.name())));
        return new CampaignJson(
                campaign.id(),
                campaign.slug(),
                campaign.state().id(),
                campaign.paused(),
                campaign.version(),
                brief.title(),
                brief.change(),
                brief.cause(),
                brief.goal().id(),
                brief.story(),
                brief.ask(),
                brief.actions().stream()
                        .map(action -> new Link(action.words(), action.link().toString()))
                        .toList(),
                BriefForm.of(brief).audiences().stream()
                        .map(CampaignJson::audience)
                        .toList(),
                brief.hashtags().stream().map(Hashtag::name).toList(),
                proposals,
                brief.starts(),
                brief.ends(),
                brief.day(),
                brief.partners().stream()
                        .map(partner -> new Link(
                                partner.name(),
                                partner.site() == null ? null : partner.site().toString()))
                        .toList(),
                brief.owner(),
                brief.networksInOrder().stream().map(Network::id).toList(),
                publicPage,
                campaign.createdAt(),
                campaign.changedAt());
    }

    private static AudienceJson audience(AudienceRow row) {
        return new AudienceJson(
                row.name(),
                row.who(),
                row.ages(),
                List.of(
                        row.languages().isEmpty()
                                ? new String[0]
                                : row.languages().split(", ")),
                Integer.valueOf(row.readingAge()));
    }
}
