package health.clarion.operations;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reference from one module's rows to another's. No foreign key crosses a schema, so {@code clarion doctor} looks for
 * orphans. The module that refers contributes it as a bean, asking the other module which ids are there.
 */
public interface DeclaredReference {

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
}
