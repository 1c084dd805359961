package health.clarion.campaigns;

import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for a campaign, for {@code clarion doctor}. */
@Component
class CampaignOwners implements DeclaredReference {

    private static final UUID LEAST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final People people;

    CampaignOwners(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    @Override
    public String name() {
        return "campaigns → people";
    }

    @Override
    public List<UUID> referred(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                select distinct owner from campaigns.campaign where owner > :after order by owner limit :limit
                """)
                .param("after", after == null ? LEAST : after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public Set<UUID> present(Collection<UUID> ids) {
        return people.named(ids).keySet();
    }
}
