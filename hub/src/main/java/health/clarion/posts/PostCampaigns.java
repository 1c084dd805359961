package health.clarion.posts;

import health.clarion.campaigns.Campaigns;
import health.clarion.operations.DeclaredReference;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which campaigns posts belong to, for {@code clarion doctor}. */
@Component
class PostCampaigns implements DeclaredReference {

    private static final UUID LEAST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Campaigns campaigns;

    PostCampaigns(JdbcClient jdbc, Campaigns campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    @Override
    public String name() {
        return "posts → campaigns";
    }

    @Override
    public List<UUID> referred(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                select distinct campaign from posts.post where campaign > :after order by campaign limit :limit
                """)
                .param("after", after == null ? LEAST : after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public Set<UUID> present(Collection<UUID> ids) {
        return campaigns.named(ids).keySet();
    }
}
