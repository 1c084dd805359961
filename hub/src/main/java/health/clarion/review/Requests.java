package health.clarion.review;

import health.clarion.posts.ContentHash;
import health.clarion.review.Request.Relaxed;
import health.clarion.review.Request.SignOff;
import health.clarion.ui.Problem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All requests for review, with their signatures. */
@Component
class Requests {

    private static final TypeReference<TreeMap<String, String>> STRINGS = new TypeReference<>() {};

    // A post handed in more often than this has other troubles; what lies beyond makes more people authors, not fewer.
    private static final int MOST_EARLIER = 500;

    private static final String SELECT = """
            select r.*, exists (select from review.relaxed x where x.submission = r.submission) as any_relaxed
            from review.request r
            """;

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

    /** Rewrites what was decided: where it stands, who is needed, and the times. The tag is made anew over the result. */
    void update(Request request, Instant at) {
        requireIntact(request); // a row changed behind our back must not be sealed as ours
        jdbc.sql("""
                update review.request set needed = :needed, because = cast(:because as jsonb), state = :state,
                    void_why = :voidWhy, closed_at = :closed, window_from = :from, window_to = :to, urgent = :urgent,
                    urgent_why = :why, deadline = :deadline, tag = :tag
                where submission = :submission
                """)
                .param("submission", request.submission())
                .param(
                        "needed",
                        request.needed().keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("because", json.writeValueAsString(because(request.needed())))
                .param("state", request.state().name())
                .param("voidWhy", request.voidWhy())
                .param("closed", request.state() == Request.State.WAITING ? null : Timestamp.from(at))
                .param("from", Timestamp.from(request.window().from()))
                .param("to", Timestamp.from(request.window().to()))
                .param("urgent", request.urgent())
                .param("why", request.urgentWhy())
                .param("deadline", Timestamp.from(request.deadline()))
                .param("tag", tags.tag("request", fields(request)))
                .update();
    }

    /** Makes it count no longer, whatever became of the row: a void one needs no tag, since nothing is sent on it. */
    void voided(Request request, String why, Instant at) {
        jdbc.sql("""
                update review.request set state = 'VOID', void_why = :why, closed_at = :at, tag = :tag
                where submission = :id
                """)
                .param("id", request.submission())
                .param("why", why)
                .param("at", Timestamp.from(at))
                .param(
                        "tag",
                        request.genuine()
                                ? tags.tag("request", fields(request.in(Request.State.VOID, why)))
                                : new byte[0])
                .update();
    }

    static void requireIntact(Request request) {
        if (!request.intact()) {
            throw Problem.conflict("review.tampered");
        }
    }

    /** The request, locked until the transaction ends. */
    Optional<Request> locked(UUID submission) {
        lock(submission);
        return find(submission);
    }

    void lock(UUID submission) {
        jdbc.sql("select submission from review.request where submission = :id for update")
                .param("id", submission)
                .query(UUID.class)
                .optional();
    }

    Optional<Request> find(UUID submission) {
        return requests(jdbc.sql(SELECT + "where submission = :id").param("id", submission)).stream()
                .findFirst();
    }

    /** The newest request of a post. */
    Optional<Request> newest(UUID post) {
        return requests(jdbc.sql(SELECT + "where post = :post order by submitted_at desc limit 1")
                        .param("post", post))
                .stream()
                .findFirst();
    }

    /** The newest request of each post. */
    List<Request> newestOf(java.util.Collection<UUID> posts) {
        return requests(jdbc.sql("select distinct on (post) * from (" + SELECT
                        + "where post = any(:posts)) r order by post, submitted_at desc")
                .param("posts", posts.toArray(UUID[]::new)));
    }

    /** Requests of earlier revisions of a post, the first one first. */
    List<Request> before(UUID post, int revision) {
        return requests(jdbc.sql(SELECT + """
                        where post = :post and revision < :revision
                        order by revision, submitted_at limit :limit
                        """)
                .param("post", post)
                .param("revision", revision)
                .param("limit", MOST_EARLIER));
    }

    /** What waits, nearest deadline first. */
    List<Request> waiting(int limit) {
        return requests(jdbc.sql(SELECT + """
                where state = 'WAITING' order by urgent desc, deadline limit :limit
                """).param("limit", limit));
    }

    // Signatures of many requests are read at once: the count on every page looks at all that waits.
    private List<Request> requests(JdbcClient.StatementSpec asked) {
        List<Row> rows = asked.query((row, n) -> row(row)).list();
        List<UUID> ids = rows.stream().map(row -> row.request().submission()).toList();
        Map<UUID, List<SignOff>> signed = ids.isEmpty() ? Map.of() : signOffs(ids);
        List<UUID> eased = rows.stream()
                .filter(Row::relaxed)
                .map(row -> row.request().submission())
                .toList();
        Map<UUID, List<Relaxed>> relaxed = eased.isEmpty() ? Map.of() : relaxed(eased);
        return rows.stream()
                .map(row -> row.request()
                        .read(
                                signed.getOrDefault(row.request().submission(), List.of()),
                                relaxed.getOrDefault(row.request().submission(), List.of()),
                                tags.genuine("request", fields(row.request()), row.tag())))
                .toList();
    }

    private record Row(Request request, byte[] tag, boolean relaxed) {}

    private Row row(ResultSet row) throws SQLException {
        Request request = new Request(
                row.getObject("submission", UUID.class),
                row.getObject("post", UUID.class),
                row.getObject("campaign", UUID.class),
                ContentHash.of(row.getString("content_hash")),
                row.getInt("revision"),
                row.getObject("submitted_by", UUID.class),
                row.getTimestamp("submitted_at").toInstant(),
                uuids(row.getArray("authors")),
                needed(row.getArray("needed"), json.readValue(row.getString("because"), STRINGS)),
                List.of(),
                List.of(),
                Request.State.valueOf(row.getString("state")),
                row.getBoolean("urgent"),
                row.getString("urgent_why"),
                row.getTimestamp("deadline").toInstant(),
                new Window(
                        row.getTimestamp("window_from").toInstant(),
                        row.getTimestamp("window_to").toInstant()),
                row.getString("void_why"),
                false);
        return new Row(request, row.getBytes("tag"), row.getBoolean("any_relaxed"));
    }

    private Map<UUID, List<SignOff>> signOffs(List<UUID> submissions) {
        Map<UUID, List<SignOff>> all = new HashMap<>();
        jdbc.sql("select * from review.sign_off where submission in (:ids) order by signed_at")
                .param("ids", submissions)
                .query((ResultSet row) -> {
                    UUID submission = row.getObject("submission", UUID.class);
                    all.computeIfAbsent(submission, id -> new ArrayList<>()).add(signOff(submission, row));
                });
        return all;
    }

    private SignOff signOff(UUID submission, ResultSet row) throws SQLException {
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
        return tags.genuine("sign-off", fields(submission, sign), row.getBytes("tag")) ? sign : sign.doubted();
    }

    private Map<UUID, List<Relaxed>> relaxed(List<UUID> submissions) {
        Map<UUID, List<Relaxed>> all = new HashMap<>();
        jdbc.sql("select * from review.relaxed where submission in (:ids) order by at")
                .param("ids", submissions)
                .query((ResultSet row) -> {
                    UUID submission = row.getObject("submission", UUID.class);
                    all.computeIfAbsent(submission, id -> new ArrayList<>()).add(relaxed(submission, row));
                });
        return all;
    }

    private Relaxed relaxed(UUID submission, ResultSet row) throws SQLException {
        Relaxed relaxed = new Relaxed(
                Reader.valueOf(row.getString("role")),
                row.getObject("by_member", UUID.class),
                row.getString("why"),
                row.getTimestamp("at").toInstant(),
                true);
        return tags.genuine("relaxed", fields(submission, relaxed), row.getBytes("tag")) ? relaxed : relaxed.doubted();
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
                request.window().to().toString(),
                request.state().name(),
                request.voidWhy() == null ? "" : request.voidWhy());
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
