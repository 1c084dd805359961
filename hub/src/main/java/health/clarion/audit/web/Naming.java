package health.clarion.audit.web;

import health.clarion.audit.SubjectNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns {@code member:<uuid>} and its like into names, many at once, by asking the modules that own them. */
@Component
public class Naming {

    private static final Pattern REFERENCE =
            Pattern.compile("([a-z-]{1,40}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Map<String, SubjectNames> byKind = new TreeMap<>();

    Naming(List<SubjectNames> offered) {
        offered.forEach(names -> byKind.put(names.kind(), names));
    }

    /**
     * Something an entry speaks of.
     *
     * @param reference as the audit holds it
     * @param name what it is called today; null when it is gone or has no name
     * @param page where to look at it; null when there is no such page
     */
    public record Named(
            String reference,
            @Nullable String name,
            @Nullable String page) {

        /** {@code post} of {@code post:<uuid>}; the whole of what has no colon. */
        public String kind() {
            int colon = reference.indexOf(':');
            return colon < 0 ? reference : reference.substring(0, colon);
        }

        /** What tells it apart from others of its kind, short enough to read. */
        public String mark() {
            String id = reference.substring(Math.min(reference.length(), kind().length() + 1));
            return REFERENCE.matcher(reference).matches() ? id.substring(0, 8) : id;
        }
    }

    /** Each of these, named as far as anybody knows it. */
    Map<String, Named> of(Collection<String> references) {
        Map<SubjectNames, Set<UUID>> ids = new HashMap<>();
        Map<String, Named> named = new HashMap<>();
        for (String reference : references) {
            named.put(reference, new Named(reference, null, null));
            var parts = REFERENCE.matcher(reference);
            SubjectNames owner = parts.matches() ? byKind.get(parts.group(1)) : null;
            if (owner != null) {
                ids.computeIfAbsent(owner, asked -> new HashSet<>()).add(UUID.fromString(parts.group(2)));
            }
        }
        ids.forEach((owner, some) -> name(owner, some, named));
        return named;
    }

    private static void name(SubjectNames owner, Set<UUID> ids, Map<String, Named> named) {
        Map<UUID, String> names = owner.names().apply(ids);
        for (UUID id : ids) {
            String reference = owner.kind() + ":" + id;
            boolean there = names.containsKey(id) || owner.unnamed();
            String page = owner.page().isEmpty() || !there ? null : owner.page() + id;
            named.put(reference, new Named(reference, names.get(id), page));
        }
    }
}
