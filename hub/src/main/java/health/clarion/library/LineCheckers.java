package health.clarion.library;

import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who checked a helpline, for {@code clarion doctor}. */
@Component
class LineCheckers implements DeclaredReference {

    private static final UUID LEAST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final People people;

    LineCheckers(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    @Override
    public String name() {
        return "helplines → people";
    }

    @Override
    public List<UUID> referred(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                select distinct checked_by from library.checked_line where checked_by > :after
                order by checked_by limit :limit
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
