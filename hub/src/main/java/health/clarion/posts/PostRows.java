package health.clarion.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of posts. */
@Component
class PostRows {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int MOST_WORDS = 8;
    private static final int SEARCHED = 20_000;

    private static final String SELECT = """
            select id, campaign, title, language, state, version, revision, translation_of, submission, author,
                created_at, changed_at
            from posts.post
            """;

    private final JdbcClient jdbc;

    PostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Post> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(PostRows::post)
                .optional();
    }

    /** The post, held until the transaction ends. */
    Optional<Post> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(PostRows::post)
                .optional();
    }

    List<Post> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where id in (:ids)")
                        .param("ids", Set.copyOf(ids))
                        .query(PostRows::post)
                        .list();
    }

    List<Post> list(Filter filter) {
        String query = query(filter.text());
        return jdbc.sql(SELECT + """
                where (cast(:campaign as uuid) is null or campaign = :campaign)
                    and case when cast(:state as text) is null then state <> 'ARCHIVED' else state = :state end
                    and (:query = '' or words @@ to_tsquery('simple', :query))
                order by changed_at desc, id limit :limit
                """)
                .param("campaign", filter.campaign())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("query", query)
                .param("limit", filter.limit())
                .query(PostRows::post)
                .list();
    }

    List<Post> translations(UUID original) {
        return jdbc.sql(SELECT + """
                where (id = :original or translation_of = :original) and state <> 'ARCHIVED'
                order by created_at limit 100
                """)
                .param("original", original)
                .query(PostRows::post)
                .list();
    }

    void insert(Post post, String text) {
        jdbc.sql("""
                insert into posts.post (id, campaign, title, language, state, version, revision, translation_of, author,
                    created_at, changed_at, words)
                values (:id, :campaign, :title, :language, :state, :version, :revision, :translationOf, :author,
                    :createdAt, :changedAt, to_tsvector('simple', :words))
                """)
                .param("id", post.id())
                .param("campaign", post.campaign())
                .param("title", post.title())
                .param("language", post.language())
                .param("state", post.state().name())
                .param("version", post.version())
                .param("revision", post.revision())
                .param("translationOf", post.translationOf())
                .param("author", post.author())
                .param("createdAt", Timestamp.from(post.createdAt()))
                .param("changedAt", Timestamp.from(post.changedAt()))
                .param("words", searched(post.title(), text))
                .update();
    }

    /** Other words: a draft again, whatever it was. */
    void saved(Post post, int revision, Content content, Instant at) {
        jdbc.sql("""
                update posts.post
                set version = version + 1, revision = :revision, language = :language, state = 'DRAFT',
                    submission = null, changed_at = :at, words = to_tsvector('simple', :words)
                where id = :id
                """)
                .param("id", post.id())
                .param("revision", revision)
                .param("language", content.language())
                .param("at", Timestamp.from(at))
                .param("words", searched(post.title(), content.text()))
                .update();
    }

    void renamed(Post post, String title, String text, Instant at) {
        jdbc.sql("""
                update posts.post
                set title = :title, changed_at = :at, words = to_tsvector('simple', :words)
                where id = :id
                """)
                .param("id", post.id())
                .param("title", title)
                .param("at", Timestamp.from(at))
                .param("words", searched(title, text))
                .update();
    }

    void becomes(UUID id, Post.State state, @Nullable UUID submission, Instant at) {
        jdbc.sql("""
                update posts.post
                set version = version + 1, state = :state, submission = :submission, changed_at = :at
                where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("submission", submission)
                .param("at", Timestamp.from(at))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from posts.post where id = :id").param("id", id).update();
    }

    private static String searched(String title, String text) {
        return title + ' ' + text.substring(0, Math.min(text.length(), SEARCHED));
    }

    // Each word as the beginning of one; nothing a person types is query syntax.
    private static String query(String text) {
        return WORD.matcher(text)
                .results()
                .limit(MOST_WORDS)
                .map(word -> word.group() + ":*")
                .collect(Collectors.joining(" & "));
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getObject("id", UUID.class),
                row.getObject("campaign", UUID.class),
                row.getString("title"),
                row.getString("language"),
                Post.State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getInt("revision"),
                row.getObject("translation_of", UUID.class),
                row.getObject("submission", UUID.class),
                row.getObject("author", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
