package health.clarion.review;

import health.clarion.posts.ContentHash;
import health.clarion.review.Request.Relaxed;
import health.clarion.review.Request.SignOff;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All requests for review, with their signatures. */
@Component
class Requests {

    private static final TypeReference<TreeMap<String, String>> STRINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Tags tags;
    private final JsonMapper json;

    Requests(JdbcClient jdbc, Tags tags, JsonMapper json) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.json = json;
    }

    void insert(Request request) {
        jdbc.sql("""
                insert into review.request (submission, post, campaign, content_hash, revision, submitted_by,
                    submitted_at, authors, needed, because, state, urgent, urgent_why, deadline, window_from,
                    window_to, tag)
                values (:submission, :post, :campaign, :hash, :revision, :by, :at, :authors, :needed,
                    cast(:because as jsonb), :state, :urgent, :why, :deadline, :from, :to, :tag)
                """)
                .param("submission", request.submission())
                .param("post", request.post())
                .param("campaign", request.campaign())
                .param("hash", request.hash().value())
                .param("revision", request.revision())
                .param("by", request.submittedBy())
                .param("at", Timestamp.from(request.submittedAt()))
                .param("authors", request.authors().toArray(UUID[]::new))
                .param(
                        "needed",
                        request.needed().keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("because", json.writeValueAsString(because(request.needed())))
                .param("state", request.state().name())
                .param("urgent", request.urgent())
                .param("why", request.urgentWhy())
                .param("deadline", Timestamp.from(request.deadline()))
                .param("from", Timestamp.from(request.window().from()))
                .param("to", Timestamp.from(request.window().to()))
                .param("tag", tags.tag("request", fields(request)))
                .update();
    }

    void insert(UUID submission, SignOff sign) {
        jdbc.sql("""
                insert into review.sign_off (id, submission, role, signer, content_hash, window_from, window_to,
                    signed_at, through, tag)
                values (:id, :submission, :role, :signer, :hash, :from, :to, :at, :through, :tag)
                """)
                .param("id", sign.id())
                .param("submission", submission)
                .param("role", sign.role().name())
                .param("signer", sign.signer())
                .param("hash", sign.hash().value())
                .param("from", Timestamp.from(sign.window().from()))
                .param("to", Timestamp.from(sign.window().to()))
                .param("at", Timestamp.from(sign.at()))
                .param("through", sign.through())
                .param("tag", tags.tag("sign-off", fields(submission, sign)))
                .update();
    }

    void insert(UUID submission, Relaxed relaxed) {
        jdbc.sql("""
                insert into review.relaxed (submission, role, by_member, why, at, tag)
                values (:submission, :role, :by, :why, :at, :tag)
                """)
                .param("submission", submission)
                .param("role", relaxed.role().name())
                .param("by", relaxed.by())
                .param("why", relaxed.why())
                .param("at", Timestamp.from(relaxed.at()))
                .param("tag", tags.tag("relaxed", fields(submission, relaxed)))
                .update();
    }

    /** Rewrites what a decision changed: who is needed, and the window. The tag is made anew over the result. */
    void update(Request request) {
        jdbc.sql("""
                update review.request set needed = :needed, because = cast(:because as jsonb), window_from = :from,
                    window_to = :to, urgent = :urgent, urgent_why = :why, deadline = :deadline, tag = :tag
                where submission = :submission
                """)
                .param("submission", request.submission())
                .param(
                        "needed",
                        request.needed().keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("because", json.writeValueAsString(because(request.needed())))
                .param("from", Timestamp.from(request.window().from()))
                .param("to", Timestamp.from(request.window().to()))
                .param("urgent", request.urgent())
                .param("why", request.urgentWhy())
                .param("deadline", Timestamp.from(request.deadline()))
                .param("tag", tags.tag("request", fields(request)))
                .update();
    }

    void state(UUID submission, Request.State state, @Nullable String voidWhy, Instant at) {
        jdbc.sql("""
                update review.request set state = :state, void_why = :why, closed_at = :at where submission = :id
                """)
                .param("id", submission)
                .param("state", state.name())
                .param("why", voidWhy)
                .param("at", state == Request.State.WAITING ? null : Timestamp.from(at))
                .update();
    }

    /** The request, locked until the transaction ends. */
    Optional<Request> locked(UUID submission) {
        jdbc.sql("select submission from review.request where submission = :id for update")
                .param("id", submission)
                .query(UUID.class)
                .optional();
        return find(submission);
    }

    Optional<Request> find(UUID submission) {
        return jdbc.sql("select * from review.request where submission = :id")
                .param("id", submission)
                .query((row, n) -> request(row))
                .optional();
    }

    /** The newest request of a post. */
    Optional<Request> newest(UUID post) {
        return jdbc.sql("select * from review.request where post = :post order by submitted_at desc limit 1")
                .param("post", post)
                .query((row, n) -> request(row))
                .optional();
    }

    /** The newest request of each post. */
    List<Request> newestOf(java.util.Collection<UUID> posts) {
        return jdbc.sql("""
                select distinct on (post) * from review.request where post = any(:posts)
                order by post, submitted_at desc
                """)
                .param("posts", posts.toArray(UUID[]::new))
                .query((row, n) -> request(row))
                .list();
    }

    /** The revision before {@code revision} that was last signed off completely, or 0. */
    int lastSignedRevision(UUID post, int revision) {
        return jdbc.sql("""
                select coalesce(max(revision), 0) from review.request
                where post = :post and revision < :revision and (state = 'SIGNED_OFF' or void_why = 'edited-after')
                """)
                .param("revision", revision)
                .param("post", post)
                .query(Integer.class)
                .single();
    }

    /** What waits, nearest deadline first. */
    List<Request> waiting(int limit) {
        return jdbc.sql("""
                select * from review.request where state = 'WAITING' order by urgent desc, deadline limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> request(row))
                .list();
    }

    /** Whether the row is as the hub wrote it. */
    boolean genuine(Request request) {
        byte[] tag = jdbc.sql("select tag from review.request where submission = :id")
                .param("id", request.submission())
                .query((row, n) -> row.getBytes(1))
                .single();
        return tags.genuine("request", fields(request), tag);
    }

    private Request request(ResultSet row) throws SQLException {
        UUID submission = row.getObject("submission", UUID.class);
        return new Request(
                submission,
                row.getObject("post", UUID.class),
                row.getObject("campaign", UUID.class),
                ContentHash.of(row.getString("content_hash")),
                row.getInt("revision"),
                row.getObject("submitted_by", UUID.class),
                row.getTimestamp("submitted_at").toInstant(),
                uuids(row.getArray("authors")),
                needed(row.getArray("needed"), json.readValue(row.getString("because"), STRINGS)),
                signOffs(submission),
                relaxed(submission),
                Request.State.valueOf(row.getString("state")),
                row.getBoolean("urgent"),
                row.getString("urgent_why"),
                row.getTimestamp("deadline").toInstant(),
                new Window(
                        row.getTimestamp("window_from").toInstant(),
                        row.getTimestamp("window_to").toInstant()),
                row.getString("void_why"));
    }

    private List<SignOff> signOffs(UUID submission) {
        return jdbc.sql("select * from review.sign_off where submission = :id order by signed_at")
                .param("id", submission)
                .query((row, n) -> {
                    SignOff sign = new SignOff(
                            row.getObject("id", UUID.class),
                            Reader.valueOf(row.getString("role")),
                            row.getString("signer"),
                            ContentHash.of(row.getString("content_hash")),
                            new Window(
                                    row.getTimestamp("window_from").toInstant(),
                                    row.getTimestamp("window_to").toInstant()),
                            row.getTimestamp("signed_at").toInstant(),
                            row.getString("through"),
                            true);
                    boolean genuine = tags.genuine("sign-off", fields(submission, sign), row.getBytes("tag"));
                    return new SignOff(
                            sign.id(),
                            sign.role(),
                            sign.signer(),
                            sign.hash(),
                            sign.window(),
                            sign.at(),
                            sign.through(),
                            genuine);
                })
                .list();
    }

    private List<Relaxed> relaxed(UUID submission) {
        return jdbc.sql("select * from review.relaxed where submission = :id order by at")
                .param("id", submission)
                .query((row, n) -> {
                    Relaxed relaxed = new Relaxed(
                            Reader.valueOf(row.getString("role")),
                            row.getObject("by_member", UUID.class),
                            row.getString("why"),
                            row.getTimestamp("at").toInstant(),
                            true);
                    boolean genuine = tags.genuine("relaxed", fields(submission, relaxed), row.getBytes("tag"));
                    return new Relaxed(relaxed.role(), relaxed.by(), relaxed.why(), relaxed.at(), genuine);
                })
                .list();
    }

    private static List<String> fields(Request request) {
        return List.of(
                request.submission().toString(),
                request.post().toString(),
                request.hash().value(),
                String.valueOf(request.revision()),
                request.authors().stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")),
                request.needed().keySet().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                request.window().from().toString(),
                request.window().to().toString());
    }

    private static List<String> fields(UUID submission, SignOff sign) {
        return List.of(
                submission.toString(),
                sign.id().toString(),
                sign.role().name(),
                sign.signer(),
                sign.hash().value(),
                sign.window().from().toString(),
                sign.window().to().toString(),
                sign.at().toString(),
                sign.through());
    }

    private static List<String> fields(UUID submission, Relaxed relaxed) {
        return List.of(
                submission.toString(),
                relaxed.role().name(),
                relaxed.by().toString(),
                relaxed.why(),
                relaxed.at().toString());
    }

    private static TreeMap<String, String> because(Map<Reader, String> needed) {
        TreeMap<String, String> because = new TreeMap<>();
        needed.forEach((role, topic) -> because.put(role.name(), topic));
        return because;
    }

    private static Map<Reader, String> needed(Array roles, Map<String, String> because) throws SQLException {
        Map<Reader, String> needed = new EnumMap<>(Reader.class);
        for (String role : (String[]) roles.getArray()) {
            needed.put(Reader.valueOf(role), because.getOrDefault(role, "second-person"));
        }
        return needed;
    }

    private static Set<UUID> uuids(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
