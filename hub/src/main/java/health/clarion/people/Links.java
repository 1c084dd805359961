package health.clarion.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links. Only the hash of each is kept; a new one of the same purpose ends those before it. */
@Component
class Links {

    /** What a link is for and how long it lives. */
    enum Purpose {
        SET_UP(Duration.ofDays(1)),
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofHours(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a link's secret for a member; the set-up link is nobody's yet. */
    String make(Purpose purpose, @Nullable UUID member) {
        endAll(purpose, member);
        String secret = Secret.make();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into people.link (hash, purpose, member, made_at, ends_at)
                values (:hash, :purpose, :member, :now, :end)
                """)
                .param("hash", Secret.hash(secret))
                .param("purpose", purpose.id())
                .param("member", member)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(purpose.life)))
                .update();
        return secret;
    }

    /** Whether the link still opens. */
    boolean opens(Purpose purpose, String secret) {
        return jdbc.sql("""
                select exists (select from people.link
                where hash = :hash and purpose = :purpose and used_at is null and ends_at > :now)
                """)
                .param("hash", Secret.hash(secret))
                .param("purpose", purpose.id())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** The member a link that still opens belongs to. */
    Optional<UUID> owner(Purpose purpose, String secret) {
        return jdbc.sql("""
                select member from people.link
                where hash = :hash and purpose = :purpose and used_at is null and ends_at > :now
                """)
                .param("hash", Secret.hash(secret))
                .param("purpose", purpose.id())
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** Uses the link up; false when somebody was faster or it has ended. */
    boolean use(Purpose purpose, String secret) {
        return jdbc.sql("""
                update people.link set used_at = :now
                where hash = :hash and purpose = :purpose and used_at is null and ends_at > :now
                """)
                        .param("hash", Secret.hash(secret))
                        .param("purpose", purpose.id())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Ends every open link of this purpose for one member. */
    void endAll(Purpose purpose, @Nullable UUID member) {
        jdbc.sql("""
                update people.link set used_at = :now
                where purpose = :purpose and member is not distinct from cast(:member as uuid) and used_at is null
                """)
                .param("purpose", purpose.id())
                .param("member", member)
                .param("now", now())
                .update();
    }

    /** When the newest invitation of a member ends; nothing when none is open. */
    Optional<Instant> openInvitation(UUID member) {
        return jdbc.sql("""
                select max(ends_at) from people.link
                where purpose = :purpose and member = :member and used_at is null and ends_at > :now
                """)
                .param("purpose", Purpose.INVITATION.id())
                .param("member", member)
                .param("now", now())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
