package health.clarion.operations;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A reference from one module's rows to another's. No foreign key crosses a schema, so {@code clarion doctor} looks for
 * orphans. The module that refers contributes it as a bean, asking the other module which ids are there.
 */
public interface DeclaredReference {

    /**
     * A reference that one statement lists.
     *
     * @param sql selects the ids after {@code :after}, each once, in ascending order, at most {@code :limit}
     * @param present which of some ids are there, as {@link #present}
     */
    static DeclaredReference of(
            String name, JdbcClient jdbc, String sql, Function<Collection<UUID>, Set<UUID>> present) {
        return new Listed(name, jdbc, sql, present);
    }

    /** Both ends in a person's words, such as {@code posts → campaigns}. */
    String name();

    /**
     * Ids referred to, each once, in ascending order.
     *
     * @param after only ids after this one; null for the first page
     * @param limit at most so many
     */
    List<UUID> referred(@Nullable UUID after, int limit);

    /** Which of these ids are there; at most 1000 are asked for at once. */
    Set<UUID> present(Collection<UUID> ids);

    /** What {@link #of} makes. */
    record Listed(String name, JdbcClient jdbc, String sql, Function<Collection<UUID>, Set<UUID>> there)
            implements DeclaredReference {

        private static final UUID LEAST = new UUID(0, 0);

        @Override
        public List<UUID> referred(@Nullable UUID after, int limit) {
            return jdbc.sql(sql)
                    .param("after", after == null ? LEAST : after)
                    .param("limit", limit)
                    .query(UUID.class)
                    .list();
        }

        @Override
        public Set<UUID> present(Collection<UUID> ids) {
            return there.apply(ids);
        }
    }
}
