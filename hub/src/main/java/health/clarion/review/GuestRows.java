package health.clarion.review;

import health.clarion.review.Guests.Guest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of guests. A row that is not as the hub wrote it is as good as gone. */
@Component
class GuestRows {

    private static final String KIND = "guest";

    private final JdbcClient jdbc;
    private final Tags tags;

    GuestRows(JdbcClient jdbc, Tags tags) {
        this.jdbc = jdbc;
        this.tags = tags;
    }

    void insert(Guest guest, Instant now, String tokenHash) {
        jdbc.sql("""
                insert into review.guest (id, submission, role, name, registration, email, invited_by, invited_at,
                    expires_at, token_hash, tag)
                values (:id, :submission, :role, :name, :registration, :email, :by, :now, :expires, :token, :tag)
                """)
                .param("id", guest.id())
                .param("submission", guest.submission())
                .param("role", guest.role().name())
                .param("name", guest.name())
                .param("registration", guest.registration())
                .param("email", guest.email())
                .param("by", guest.invitedBy())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(guest.expiresAt()))
                .param("token", tokenHash)
                .param("tag", tags.tag(KIND, fields(guest, tokenHash)))
                .update();
    }

    /** The guest of a link that can still be used. */
    Optional<Guest> open(String tokenHash, Instant now) {
        return open("", tokenHash, now);
    }

    /** The same, held until the transaction ends, so that a link pressed twice counts once. */
    Optional<Guest> locked(String tokenHash, Instant now) {
        return open(" for update", tokenHash, now);
    }

    private Optional<Guest> open(String held, String tokenHash, Instant now) {
        return jdbc.sql("""
                select * from review.guest where token_hash = :hash and used_at is null and expires_at > :now
                """ + held)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(this::genuine)
                .optional()
                .flatMap(found -> found);
    }

    /** Keeps a new code; false when one was mailed after {@code soonest}, or too many were. */
    boolean code(UUID guest, String codeHash, Instant expires, Instant soonest, int most) {
        return jdbc.sql("""
                        update review.guest set code_hash = :hash, code_expires_at = :expires, code_tries = 0,
                            codes = codes + 1
                        where id = :id and codes < :most and (code_expires_at is null or code_expires_at < :soonest)
                        """)
                        .param("hash", codeHash)
                        .param("expires", Timestamp.from(expires))
                        .param("soonest", Timestamp.from(soonest))
                        .param("most", most)
                        .param("id", guest)
                        .update()
                == 1;
    }

    /** Takes one try at the code and gives its hash; empty when none is left or the code has ended. */
    Optional<String> tried(UUID guest, int most, Instant now) {
        return jdbc.sql("""
                update review.guest set code_tries = code_tries + 1
                where id = :id and code_tries < :most and code_expires_at > :now
                returning code_hash
                """)
                .param("id", guest)
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    boolean hasCode(UUID guest, int most, Instant now) {
        return jdbc.sql("""
                select exists (select from review.guest
                    where id = :id and code_tries < :most and code_expires_at > :now)
                """)
                .param("id", guest)
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    void used(UUID guest, Instant now) {
        jdbc.sql("update review.guest set used_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", guest)
                .update();
    }

    /** Everybody invited to sign this submission. */
    List<Guest> of(UUID submission) {
        return jdbc.sql("select * from review.guest where submission = :id order by invited_at limit 50")
                .param("id", submission)
                .query(GuestRows::guest)
                .list();
    }

    private Optional<Guest> genuine(ResultSet row, int number) throws SQLException {
        Guest guest = guest(row, number);
        return tags.genuine(KIND, fields(guest, row.getString("token_hash")), row.getBytes("tag"))
                ? Optional.of(guest)
                : Optional.empty();
    }

    private static List<String> fields(Guest guest, String tokenHash) {
        return List.of(
                guest.id().toString(),
                guest.submission().toString(),
                guest.role().name(),
                guest.name(),
                guest.registration(),
                guest.email(),
                guest.invitedBy().toString(),
                guest.expiresAt().toString(),
                tokenHash);
    }

    private static Guest guest(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("used_at");
        return new Guest(
                row.getObject("id", UUID.class),
                row.getObject("submission", UUID.class),
                Reader.valueOf(row.getString("role")),
                row.getString("name"),
                row.getString("registration"),
                row.getString("email"),
                row.getObject("invited_by", UUID.class),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
