package health.clarion.publishing;

import health.clarion.audit.Audit;
import health.clarion.people.Member;
import health.clarion.people.People;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secret addresses under which a calendar app reads a member's calendar. An address is shown once; only its hash is
 * kept. Making a new one ends the old one.
 */
@Component
public class Feeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Feeds(JdbcClient jdbc, People people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a new secret for a member. This is the only time it can be read. */
    @Transactional
    public String make(Member member) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into publishing.feed (member, token_hash, made_at) values (:member, :hash, :now)
                on conflict (member) do update set token_hash = excluded.token_hash, made_at = excluded.made_at
                """)
                .param("member", member.id())
                .param("hash", hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("calendar.feed-made", member.actor(), "member:" + member.id(), Map.of());
        return secret;
    }

    /** Ends a member's address, if they have one. */
    @Transactional
    public void end(Member member) {
        int ended = jdbc.sql("delete from publishing.feed where member = :member")
                .param("member", member.id())
                .update();
        if (ended > 0) {
            audit.record("calendar.feed-ended", member.actor(), "member:" + member.id(), Map.of());
        }
    }

    /** Since when a member's present address is good; empty when they have none. */
    public Optional<Instant> madeAt(UUID member) {
        return jdbc.sql("select made_at from publishing.feed where member = :member")
                .param("member", member)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Whose calendar this secret opens; empty when nobody's, or their account is closed. */
    public Optional<Member> open(String secret) {
        return jdbc.sql("select member from publishing.feed where token_hash = :hash")
                .param("hash", hash(secret))
                .query(UUID.class)
                .optional()
                .flatMap(people::find)
                .filter(Member::active);
    }

    private static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
