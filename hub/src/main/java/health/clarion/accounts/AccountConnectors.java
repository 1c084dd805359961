package health.clarion.accounts;

import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who connected each account, for {@code clarion doctor}. */
@Component
class AccountConnectors implements DeclaredReference {

    private static final UUID LEAST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final People people;

    AccountConnectors(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    @Override
    public String name() {
        return "accounts → people";
    }

    @Override
    public List<UUID> referred(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                select distinct connected_by from accounts.account where connected_by > :after
                order by connected_by limit :limit
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
