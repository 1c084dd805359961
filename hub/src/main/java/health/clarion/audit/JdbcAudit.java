package health.clarion.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit in PostgreSQL: entries as they happen, seals in batches, so that recording never waits for a lock. */
@Component
class JdbcAudit implements Audit {

    private static final Head EMPTY = new Head(0, "0".repeat(64));
    private static final int SEAL_AT_MOST = 5_000;
    private static final int PAGE = 1_000;
    private static final TypeReference<TreeMap<String, String>> IDS = new TypeReference<>() {};

    // Identity numbers are given before commit: a row that is still uncommitted may get a lower number than one
    // already visible. Only rows this old are sealed, far longer than any of our transactions may last (30 s).
    private static final long SETTLE_SECONDS = 60;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    JdbcAudit(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void record(String what, String actor, String subject, Map<String, String> ids) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TreeMap<String, String> sorted = new TreeMap<>(ids);
        jdbc.sql("""
                insert into audit.entry (at, what, actor, subject, ids, digest)
                values (:at, :what, :actor, :subject, cast(:ids as jsonb), :digest)
                """)
                .param("at", java.sql.Timestamp.from(at))
                .param("what", what)
                .param("actor", actor)
                .param("subject", subject)
                .param("ids", json.writeValueAsString(sorted))
                .param("digest", digest(at, what, actor, subject, sorted))
                .update();
    }

    @Override
    public List<Entry> newest(@Nullable String subject, @Nullable Long before, int limit) {
        return jdbc.sql("""
                select number, at, what, actor, subject, ids from audit.entry
                where number < :before and (cast(:subject as text) is null or subject = :subject)
                order by number desc limit :limit
                """)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("subject", subject)
                .param("limit", Math.clamp(limit, 1, 200))
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> done(String subject, Set<String> kinds) {
        return jdbc.sql("""
                select number, at, what, actor, subject, ids from audit.entry
                where subject = :subject and what in (:kinds) order by number limit :limit
                """)
                .param("subject", subject)
                .param("kinds", kinds)
                .param("limit", MOST_DONE)
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    @Transactional
    public Head seal() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit.seal'))")
                .query(Boolean.class)
                .single()) {
            return head();
        }
        Head last = head();
        List<Sealable> rows = settled(last.lastEntry());
        if (rows.isEmpty()) {
            return last;
        }
        byte[] hash = HexFormat.of().parseHex(last.hash());
        for (Sealable row : rows) {
            hash = chain(hash, row);
        }
        long newest = rows.getLast().number();
        jdbc.sql("""
                insert into audit.seal (at, first_entry, last_entry, entries, head)
                values (:at, :first, :last, :entries, :head)
                """)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("first", rows.getFirst().number())
                .param("last", newest)
                .param("entries", rows.size())
                .param("head", hash)
                .update();
        return new Head(newest, HexFormat.of().formatHex(hash));
    }

    @Override
    public Head head() {
        return jdbc.sql("select last_entry, head from audit.seal order by last_entry desc limit 1")
                .query((row, n) ->
                        new Head(row.getLong("last_entry"), HexFormat.of().formatHex(row.getBytes("head"))))
                .optional()
                .orElse(EMPTY);
    }

    @Override
    @Transactional(readOnly = true)
    public Verdict verify(@Nullable Head anchor) {
        return new Verification(this).run(anchor);
    }

    record Sealable(long number, byte[] stored, byte[] computed) {}

    record Seal(long first, long last, int entries, byte[] head) {}

    List<Seal> seals(long afterLast) {
        return jdbc.sql("""
                select first_entry, last_entry, entries, head from audit.seal
                where last_entry > :after order by last_entry limit :page
                """)
                .param("after", afterLast)
                .param("page", PAGE)
                .query((row, n) -> new Seal(
                        row.getLong("first_entry"),
                        row.getLong("last_entry"),
                        row.getInt("entries"),
                        row.getBytes("head")))
                .list();
    }

    /** Rows after one number up to another, in order. */
    List<Sealable> rows(long after, long upTo, int limit) {
        return jdbc.sql("""
                select number, at, what, actor, subject, ids, digest from audit.entry
                where number > :after and number <= :upTo order by number limit :limit
                """)
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, n) -> new Sealable(row.getLong("number"), row.getBytes("digest"), computed(row)))
                .list();
    }

    // A row that can't even be read back was not written by us: it has no digest that could be right.
    private byte[] computed(java.sql.ResultSet row) throws java.sql.SQLException {
        TreeMap<String, String> ids = ids(row);
        return ids == null
                ? new byte[0]
                : digest(
                        row.getTimestamp("at").toInstant(),
                        row.getString("what"),
                        row.getString("actor"),
                        row.getString("subject"),
                        ids);
    }

    private List<Sealable> settled(long after) {
        long upTo = jdbc.sql("select coalesce(max(number), 0) from audit.entry where at < :settled")
                .param("settled", java.sql.Timestamp.from(clock.instant().minusSeconds(SETTLE_SECONDS)))
                .query(Long.class)
                .single();
        return rows(after, upTo, SEAL_AT_MOST);
    }

    static byte[] chain(byte[] before, Sealable row) {
        MessageDigest sha = sha256();
        sha.update(before);
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(row.number()).array());
        sha.update(row.stored());
        return sha.digest();
    }

    Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        TreeMap<String, String> ids = ids(row);
        return new Entry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("what"),
                row.getString("actor"),
                row.getString("subject"),
                ids == null ? Map.of() : ids);
    }

    private @Nullable TreeMap<String, String> ids(java.sql.ResultSet row) throws java.sql.SQLException {
        try {
            TreeMap<String, String> ids = json.readValue(row.getString("ids"), IDS);
            return ids == null || ids.containsValue(null) ? null : ids;
        } catch (JacksonException notOurs) {
            return null;
        }
    }

    private static byte[] digest(Instant at, String what, String actor, String subject, TreeMap<String, String> ids) {
        MessageDigest sha = sha256();
        update(sha, at.toString());
        update(sha, what);
        update(sha, actor);
        update(sha, subject);
        ids.forEach((key, value) -> {
            update(sha, key);
            update(sha, value);
        });
        return sha.digest();
    }

    // Length before content: no two different rows give the same bytes.
    private static void update(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
