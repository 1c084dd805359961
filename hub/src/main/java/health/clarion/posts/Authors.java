package health.clarion.posts;

import health.clarion.audit.Audit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who wrote what, kept twice: in the revisions, and in the audit, which this hub can't change. Whoever either of them
 * names is an author, since four eyes depend on it.
 */
@Component
class Authors {

    private static final String WRITTEN = "post.written";
    private static final String EDITED = "post.edited";
    private static final String REVISION = "revision";
    private static final String ALSO = "also";
    private static final String MEMBER = "member:";

    private final RevisionRows revisions;
    private final Audit audit;

    Authors(RevisionRows revisions, Audit audit) {
        this.revisions = revisions;
        this.audit = audit;
    }

    /** @param also who wrote words that the first revision took over from another post */
    void noteFirst(Post post, Set<UUID> also) {
        audit.record(
                WRITTEN,
                JdbcPosts.actor(post.author()),
                JdbcPosts.subject(post.id()),
                also.isEmpty()
                        ? Map.of("campaign", post.campaign().toString())
                        : Map.of("campaign", post.campaign().toString(), ALSO, ids(also)));
    }

    /** @param also who wrote these words before, when they were brought back */
    void note(UUID post, int revision, UUID author, Set<UUID> also) {
        String number = String.valueOf(revision);
        audit.record(
                EDITED,
                JdbcPosts.actor(author),
                JdbcPosts.subject(post),
                also.isEmpty() ? Map.of(REVISION, number) : Map.of(REVISION, number, ALSO, ids(also)));
    }

    Set<UUID> between(UUID post, int after, int upTo) {
        Set<UUID> authors = new HashSet<>(revisions.authorsBetween(post, after, upTo));
        for (Audit.Entry entry : audit.done(JdbcPosts.subject(post), Set.of(WRITTEN, EDITED))) {
            int revision = Integer.parseInt(entry.ids().getOrDefault(REVISION, "1"));
            if (revision > after && revision <= upTo) {
                authors.add(UUID.fromString(entry.actor().substring(MEMBER.length())));
                authors.addAll(uuids(entry.ids().getOrDefault(ALSO, "")));
            }
        }
        return authors;
    }

    private static String ids(Set<UUID> members) {
        return members.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }

    private static Set<UUID> uuids(String ids) {
        return ids.isEmpty()
                ? Set.of()
                : Arrays.stream(ids.split(" ")).map(UUID::fromString).collect(Collectors.toSet());
    }
}
