package health.clarion.campaigns;

import health.clarion.audit.Audit;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns in PostgreSQL. */
@Component
class JdbcCampaigns implements Campaigns {

    private static final int MOST_NUMBERED = 20;

    private final JdbcClient jdbc;
    private final CampaignRow row;
    private final PageChecks checks;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcCampaigns(
            JdbcClient jdbc,
            JsonMapper json,
            PageChecks checks,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.row = new CampaignRow(json);
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Campaign create(Brief brief, String actor) {
        UUID id = UUID.randomUUID();
        String slug = Slug.of(brief.title());
        for (int number = 1; number <= MOST_NUMBERED; number++) {
            if (insert(id, Slug.numbered(slug, number), brief)) {
                return changed(id, "campaign.written", actor, Map.of());
            }
        }
        insert(id, Slug.unmistakable(slug, id), brief);
        return changed(id, "campaign.written", actor, Map.of());
    }

    private boolean insert(UUID id, String slug, Brief brief) {
        return jdbc.sql("""
                insert into campaigns.campaign (id, slug, title, change, cause, goal, story, ask, starts, ends, day,
                    owner, actions, audiences, partners, hashtags, networks, created_at, changed_at)
                values (:id, :slug, :title, :change, :cause, :goal, :story, :ask, :starts, :ends, :day,
                    :owner, cast(:actions as jsonb), cast(:audiences as jsonb), cast(:partners as jsonb),
                    :hashtags, :networks, :now, :now)
                on conflict (slug) do nothing
                """)
                        .params(row.columns(brief))
                        .param("id", id)
                        .param("slug", slug)
                        .param("now", now())
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public Change change(UUID id, long version, Brief brief, String actor) {
        boolean seen = find(id).filter(campaign -> campaign.state() != Campaign.State.DRAFT)
                .isPresent();
        List<PageFinding> blocking = seen ? checks.blocking(brief) : List.of();
        if (!blocking.isEmpty()) {
            return new Change.Blocked(blocking);
        }
        int saved = jdbc.sql("""
                update campaigns.campaign set title = :title, change = :change, cause = :cause, goal = :goal,
                    story = :story, ask = :ask, starts = :starts, ends = :ends, day = :day, owner = :owner,
                    actions = cast(:actions as jsonb), audiences = cast(:audiences as jsonb),
                    partners = cast(:partners as jsonb), hashtags = :hashtags, networks = :networks,
                    version = version + 1, changed_at = :now
                where id = :id and version = :version
                """)
                .params(row.columns(brief))
                .param("id", id)
                .param("version", version)
                .param("now", now())
                .update();
        return saved == 1 ? new Change.Saved(changed(id, "campaign.changed", actor, Map.of())) : notSaved(id);
    }

    @Override
    @Transactional
    public Change move(UUID id, long version, Campaign.State state, String actor) {
        Campaign before = find(id).orElse(null);
        if (before == null || before.version() != version) {
            return notSaved(id);
        }
        if (!before.state().mayBecome(state)) {
            throw new IllegalStateException(before.state() + " may not become " + state);
        }
        List<PageFinding> blocking = state == Campaign.State.OPEN ? checks.blocking(before.brief()) : List.of();
        if (!blocking.isEmpty()) {
            return new Change.Blocked(blocking);
        }
        int saved = jdbc.sql("""
                update campaigns.campaign set state = :state, version = version + 1, changed_at = :now
                where id = :id and version = :version
                """)
                .param("state", state.id())
                .param("id", id)
                .param("version", version)
                .param("now", now())
                .update();
        Map<String, String> ids = Map.of("from", before.state().id(), "to", state.id());
        return saved == 1 ? new Change.Saved(changed(id, "campaign.moved", actor, ids)) : notSaved(id);
    }

    @Override
    @Transactional
    public Campaign pause(UUID id, boolean paused, String actor) {
        int saved = jdbc.sql("""
                update campaigns.campaign set paused = :paused, version = version + 1, changed_at = :now
                where id = :id and paused <> :paused
                """)
                .param("paused", paused)
                .param("id", id)
                .param("now", now())
                .update();
        return saved == 1
                ? changed(id, paused ? "campaign.paused" : "campaign.resumed", actor, Map.of())
                : find(id).orElseThrow();
    }

    @Override
    public Optional<Campaign> find(UUID id) {
        return jdbc.sql("select * from campaigns.campaign where id = :id")
                .param("id", id)
                .query(row::read)
                .optional();
    }

    @Override
    public Optional<Campaign> bySlug(String slug) {
        return jdbc.sql("select * from campaigns.campaign where slug = :slug")
                .param("slug", slug.replace("\0", ""))
                .query(row::read)
                .optional();
    }

    @Override
    public List<Campaign> all() {
        return jdbc.sql("select * from campaigns.campaign order by changed_at desc limit :most")
                .param("most", MOST)
                .query(row::read)
                .list();
    }

    @Override
    public List<Campaign> open() {
        return jdbc.sql("select * from campaigns.campaign where state = 'open' order by ends, title limit :most")
                .param("most", PAGE)
                .query(row::read)
                .list();
    }

    @Override
    public Listing list(Campaign.@Nullable State state, @Nullable UUID only, int page) {
        String wanted = state == null ? null : state.id();
        int total = jdbc.sql("""
                select count(*) from campaigns.campaign
                where (cast(:state as text) is null or state = :state) and (cast(:only as uuid) is null or id = :only)
                """)
                .param("state", wanted)
                .param("only", only)
                .query(Integer.class)
                .single();
        int last = Math.max(0, (total - 1) / PAGE);
        int shown = Math.clamp(page, 0, last);
        List<Campaign> campaigns = jdbc.sql("""
                select * from campaigns.campaign
                where (cast(:state as text) is null or state = :state) and (cast(:only as uuid) is null or id = :only)
                order by array_position(array['open', 'draft', 'closed'], state), starts desc, id
                limit :limit offset :skip
                """)
                .param("state", wanted)
                .param("only", only)
                .param("limit", PAGE)
                .param("skip", shown * PAGE)
                .query(row::read)
                .list();
        return new Listing(campaigns, total, shown);
    }

    @Override
    public Map<UUID, String> named(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        record Name(UUID id, String title) {}
        return jdbc
                .sql("select id, title from campaigns.campaign where id in (:ids) limit :most")
                .param("ids", Set.copyOf(ids))
                .param("most", MOST)
                .query((result, n) -> new Name(result.getObject("id", UUID.class), result.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Name::id, Name::title));
    }

    private Campaign changed(UUID id, String what, String actor, Map<String, String> ids) {
        Campaign campaign = find(id).orElseThrow();
        audit.record(what, actor, campaign.subject(), ids);
        events.publishEvent(new CampaignChanged(id, campaign.slug()));
        return campaign;
    }

    private Change notSaved(UUID id) {
        return find(id).<Change>map(Change.Stale::new).orElseGet(Change.Unknown::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
