package health.clarion.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words of posts as somebody left them. */
@Component
class RevisionRows {

    /** Saves of one author within this time of the first are one step in the history. */
    static final Duration ONE_STEP = Duration.ofMinutes(5);

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RevisionRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Revision> find(UUID post, int number) {
        return jdbc.sql(
                        "select post, number, author, at, content from posts.revision where post = :post and number = :n")
                .param("post", post)
                .param("n", number)
                .query(this::revision)
                .optional();
    }

    List<Revision> newest(UUID post, int limit) {
        return jdbc.sql("""
                select post, number, author, at, content from posts.revision
                where post = :post order by number desc limit :limit
                """)
                .param("post", post)
                .param("limit", Math.clamp(limit, 1, MOST))
                .query(this::revision)
                .list();
    }

    /** The newest words of many posts at once. */
    List<Revision> current(Collection<UUID> posts) {
        return posts.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct on (post) post, number, author, at, content from posts.revision
                        where post in (:posts) order by post, number desc
                        """)
                        .param("posts", Set.copyOf(posts))
                        .query(this::revision)
                        .list();
    }

    /** Keeps new words: in the author's last step when it is fresh and nobody signed it, else as a step of its own. */
    Revision add(Revision last, Content content, UUID author, Set<UUID> also) {
        Instant now = clock.instant();
        if (last.author().equals(author) && written(last, content, also, now)) {
            return new Revision(last.post(), last.number(), author, now, content);
        }
        Revision next = new Revision(last.post(), last.number() + 1, author, now, content);
        insert(next, also);
        return next;
    }

    /** Whoever wrote these very words before, up to where they stood first; nobody when they are new. */
    Set<UUID> whoWrote(UUID post, Content content) {
        return jdbc.sql("""
                select min(number) from posts.revision where post = :post and content = cast(:content as jsonb)
                """)
                .param("post", post)
                .param("content", json.writeValueAsString(content))
                .query((row, n) -> row.getInt(1))
                .optional()
                .map(first -> authorsBetween(post, 0, first))
                .orElse(Set.of());
    }

    private boolean written(Revision last, Content content, Set<UUID> also, Instant now) {
        return jdbc.sql("""
                update posts.revision set content = cast(:content as jsonb), at = :now,
                    also = array(select unnest(also) union select unnest(cast(:also as uuid[])))
                where post = :post and number = :number and not frozen and begun_at > :since
                """)
                        .param("content", json.writeValueAsString(content))
                        .param("also", also.toArray(UUID[]::new))
                        .param("now", Timestamp.from(now))
                        .param("post", last.post())
                        .param("number", last.number())
                        .param("since", Timestamp.from(now.minus(ONE_STEP)))
                        .update()
                > 0;
    }

    /** @param also who wrote words that this one took over from elsewhere */
    void insert(Revision revision, Set<UUID> also) {
        jdbc.sql("""
                insert into posts.revision (post, number, author, also, begun_at, at, content)
                values (:post, :number, :author, :also, :at, :at, cast(:content as jsonb))
                """)
                .param("post", revision.post())
                .param("number", revision.number())
                .param("author", revision.author())
                .param("also", also.toArray(UUID[]::new))
                .param("at", Timestamp.from(revision.at()))
                .param("content", json.writeValueAsString(revision.content()))
                .update();
    }

    /** What is handed to review is never written over. */
    void freeze(UUID post, int number) {
        jdbc.sql("update posts.revision set frozen = true where post = :post and number = :number")
                .param("post", post)
                .param("number", number)
                .update();
    }

    Set<UUID> authorsBetween(UUID post, int after, int upTo) {
        return new HashSet<>(jdbc.sql("""
                select author from posts.revision where post = :post and number > :after and number <= :upTo
                union
                select unnest(also) from posts.revision where post = :post and number > :after and number <= :upTo
                """)
                .param("post", post)
                .param("after", after)
                .param("upTo", upTo)
                .query(UUID.class)
                .list());
    }

    private Revision revision(ResultSet row, int n) throws SQLException {
        return new Revision(
                row.getObject("post", UUID.class),
                row.getInt("number"),
                row.getObject("author", UUID.class),
                row.getTimestamp("at").toInstant(),
                json.readValue(row.getString("content"), Content.class));
    }
}
