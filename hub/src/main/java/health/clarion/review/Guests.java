package health.clarion.review;

import health.clarion.audit.Audit;
import health.clarion.mail.Mail;
import health.clarion.people.EmailAddress;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.posts.ContentHash;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A clinician or lawyer without an account signs through a link. The link works once; opening it mails a code to the
 * same address, so that whoever was merely forwarded the link can't sign.
 */
@Component
public class Guests {

    /** How long a link stays good, unless the review closes before. */
    public static final Duration LINK_LASTS = Duration.ofDays(7);

    private static final Duration CODE_LASTS = Duration.ofMinutes(20);
    private static final int MOST_TRIES = 5;
    private static final int MOST_LINKS = 10;

    private final JdbcClient jdbc;
    private final Review review;
    private final Mail mail;
    private final Words words;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Guests(
            JdbcClient jdbc,
            Review review,
            Mail mail,
            Words words,
            Organisations organisations,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.review = review;
        this.mail = mail;
        this.words = words;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody asked to sign without an account.
     *
     * @param registration such as a professional register and number
     */
    public record Guest(
            UUID id,
            UUID submission,
            Reader role,
            String name,
            String registration,
            String email,
            UUID invitedBy,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** Invites somebody by mail. The link is in the mail only; nobody else sees it. */
    @Transactional
    public Guest invite(UUID submission, Reader role, String name, String registration, EmailAddress email, Member by) {
        Request request = review.find(submission).orElseThrow(() -> Problem.notFound("review.no-request"));
        if (request.state() != Request.State.WAITING || !request.missing().contains(role)) {
            throw Problem.conflict("review.role-not-missing");
        }
        if (role == Reader.SECOND_READER) {
            throw Problem.invalid("review.guest-role");
        }
        if (name.isBlank() || name.length() > 120 || registration.isBlank() || registration.length() > 200) {
            throw Problem.invalid("review.guest-incomplete");
        }
        if (of(submission).size() >= MOST_LINKS) {
            throw Problem.tooMuch("review.guest-many", MOST_LINKS);
        }
        String token = token();
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        insert(id, submission, role, name.strip(), registration.strip(), email, by, token, now);
        String link = organisations.current().address() + "/sign/" + token;
        Locale locale = organisations.current().locale();
        mail.send(
                email.value(),
                words.of(
                        locale,
                        "review.mail.guest-subject",
                        organisations.current().name()),
                words.of(
                        locale,
                        "review.mail.guest",
                        name.strip(),
                        organisations.current().name(),
                        words.of(locale, "review.role." + role.id()),
                        link,
                        LINK_LASTS.toDays()));
        audit.record(
                "review.guest-invited",
                by.actor(),
                "submission:" + submission,
                Map.of("guest", id.toString(), "role", role.id()));
        return find(id).orElseThrow();
    }

    private void insert(
            UUID id,
            UUID submission,
            Reader role,
            String name,
            String registration,
            EmailAddress email,
            Member by,
            String token,
            Instant now) {
        jdbc.sql("""
                insert into review.guest (id, submission, role, name, registration, email, invited_by, invited_at,
                    expires_at, token_hash)
                values (:id, :submission, :role, :name, :registration, :email, :by, :now, :expires, :token)
                """)
                .param("id", id)
                .param("submission", submission)
                .param("role", role.name())
                .param("name", name)
                .param("registration", registration)
                .param("email", email.value())
                .param("by", by.id())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(LINK_LASTS)))
                .param("token", sha256(token))
                .update();
    }

    /** The guest of a link that can still be used. */
    public Optional<Guest> byToken(String token) {
        return jdbc.sql("""
                select * from review.guest where token_hash = :hash and used_at is null and expires_at > :now
                """)
                .param("hash", sha256(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(Guests::guest)
                .optional();
    }

    /** Mails a code to the guest; the newest one counts. */
    @Transactional
    public void mailCode(String token) {
        Guest guest = byToken(token).orElseThrow(() -> Problem.gone("review.link-gone"));
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        int changed = jdbc.sql("""
                update review.guest set code_hash = :hash, code_expires_at = :expires, code_tries = 0
                where id = :id and (code_expires_at is null or code_expires_at < :soonest)
                """)
                .param("hash", sha256(guest.id() + code))
                .param("expires", Timestamp.from(clock.instant().plus(CODE_LASTS)))
                .param(
                        "soonest",
                        Timestamp.from(clock.instant().plus(CODE_LASTS).minusSeconds(60)))
                .param("id", guest.id())
                .update();
        if (changed == 0) {
            throw Problem.tooMuch("review.code-just-sent");
        }
        Locale locale = organisations.current().locale();
        mail.send(
                guest.email(),
                words.of(locale, "review.mail.code-subject", code),
                words.of(locale, "review.mail.code", guest.name(), code, CODE_LASTS.toMinutes()));
    }

    /** Signs with the code from the mail. The link is used up. */
    @Transactional(noRollbackFor = Problem.class)
    public Request sign(String token, String code, ContentHash hash) {
        Guest guest = confirmed(token, code);
        Request request = review.signAsGuest(guest.submission(), guest.role(), hash, guest.id());
        use(guest);
        return request;
    }

    /** Asks for a change with the code from the mail. The link is used up. */
    @Transactional(noRollbackFor = Problem.class)
    public void askForChange(String token, String code, int start, int end, String phrase, String wish) {
        Guest guest = confirmed(token, code);
        review.askForChange(guest.submission(), null, start, end, phrase, wish, "guest:" + guest.id());
        use(guest);
    }

    private Guest confirmed(String token, String code) {
        Guest guest = byToken(token).orElseThrow(() -> Problem.gone("review.link-gone"));
        int tried = jdbc.sql("""
                update review.guest set code_tries = code_tries + 1
                where id = :id and code_tries < :most and code_expires_at > :now
                """)
                .param("id", guest.id())
                .param("most", MOST_TRIES)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (tried == 0) {
            throw Problem.invalid("review.code-expired");
        }
        String kept = jdbc.sql("select code_hash from review.guest where id = :id")
                .param("id", guest.id())
                .query(String.class)
                .single();
        boolean same = MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII),
                sha256(guest.id() + code.strip()).getBytes(StandardCharsets.US_ASCII));
        if (!same) {
            throw Problem.invalid("review.code-wrong");
        }
        return guest;
    }

    private void use(Guest guest) {
        jdbc.sql("update review.guest set used_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", guest.id())
                .update();
    }

    /** Everybody invited to sign this submission. */
    public List<Guest> of(UUID submission) {
        return jdbc.sql("select * from review.guest where submission = :id order by invited_at limit 50")
                .param("id", submission)
                .query(Guests::guest)
                .list();
    }

    private Optional<Guest> find(UUID id) {
        return jdbc.sql("select * from review.guest where id = :id")
                .param("id", id)
                .query(Guests::guest)
                .optional();
    }

    private String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
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
