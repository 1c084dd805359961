package health.clarion.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the subjects of one kind are called today. The audit itself holds ids only; the module that owns a kind offers
 * their names as a bean, for the administrators who read the audit.
 *
 * @param kind what stands before the colon of a subject, such as {@code post}
 * @param names the present names of many at once; what is gone is left out
 * @param page where one is looked at, ending in a slash, before its id; empty when there is no such page
 * @param unnamed whether they have no names at all
 */
public record SubjectNames(
        String kind, Function<Collection<UUID>, Map<UUID, String>> names, String page, boolean unnamed) {

    public SubjectNames(String kind, Function<Collection<UUID>, Map<UUID, String>> names, String page) {
        this(kind, names, page, false);
    }

    /** Subjects that have a page and no name of their own. */
    public static SubjectNames unnamed(String kind, String page) {
        return new SubjectNames(kind, ids -> Map.of(), page, true);
    }
}
