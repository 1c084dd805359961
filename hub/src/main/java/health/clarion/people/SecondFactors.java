package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.people.RateLimits.Limit;
import health.clarion.ui.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Code apps and recovery codes: what someone has besides the password. Passkeys are in {@link Passkeys}. */
@Component
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10; // 80 bits: sixteen letters, beyond guessing from a stolen hash

    // Five wrong codes in five minutes: one in a million each, so guessing takes centuries (RFC 6238, 5.1).
    private static final Limit TRIES = new Limit(5, Duration.ofMinutes(5));

    private final JdbcClient jdbc;
    private final Seal seal;
    private final RateLimits limits;
    private final Organisations organisations;
    private final Notices notices;
    private final Audit audit;
    private final Clock clock;

    SecondFactors(
            JdbcClient jdbc,
            Seal seal,
            RateLimits limits,
            Organisations organisations,
            Notices notices,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.limits = limits;
        this.organisations = organisations;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a code app needs: the seed to type, and the address that a QR code holds. */
    public record Seed(String text, String uri) {}

    /** Whether a code app is set up. */
    public boolean hasCodeApp(UUID member) {
        return jdbc.sql("select totp_confirmed_at is not null from people.member where id = :id")
                .param("id", member)
                .query(Boolean.class)
                .single();
    }

    /** Starts setting up a code app; the one in use works until {@link #confirm}. */
    @Transactional
    public Seed begin(Member member) {
        byte[] seed = Totp.newSeed();
        jdbc.sql("update people.member set totp_pending = :seed where id = :id")
                .param("seed", seal.close(seed, member.actor()))
                .param("id", member.id())
                .update();
        return seed(member, seed);
    }

    /** The seed being set up, to show it again after a mistyped code; a new one when there is none. */
    @Transactional
    public Seed pending(Member member) {
        return read("totp_pending", member.id()).map(seed -> seed(member, seed)).orElseGet(() -> begin(member));
    }

    private Seed seed(Member member, byte[] seed) {
        String issuer = encode(organisations.current().name());
        String text = Totp.base32(seed);
        return new Seed(
                text,
                "otpauth://totp/" + issuer + ":" + encode(member.email().value()) + "?secret=" + text + "&issuer="
                        + issuer);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Finishes setting up the code app when the code is right.
     *
     * @return recovery codes when the member had none, to be shown this once; an empty list when they keep theirs;
     *     nothing when the code is wrong
     */
    @Transactional
    public Optional<List<String>> confirm(Member member, String code) {
        limits.take(key(member.id()), TRIES);
        Optional<byte[]> seed = read("totp_pending", member.id());
        OptionalLong step =
                seed.map(known -> Totp.matching(known, code, clock.instant())).orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        limits.forget(key(member.id()));
        jdbc.sql("""
                update people.member set totp_secret = totp_pending, totp_pending = null,
                    totp_confirmed_at = :now, totp_last_step = :step
                where id = :id
                """)
                .param("now", now())
                .param("step", step.getAsLong())
                .param("id", member.id())
                .update();
        audit.record("people.code-app-added", member.actor(), member.actor(), Map.of());
        notices.factorsChanged(member);
        return Optional.of(recoveryCodesLeft(member.id()) > 0 ? List.of() : newRecoveryCodes(member));
    }

    /**
     * Whether this is a right code, not used before. A right one is used up.
     *
     * @throws Problem too much, after five tries in five minutes
     */
    @Transactional
    public boolean codeIsRight(UUID member, String code) {
        limits.take(key(member), TRIES);
        boolean right = read("totp_secret", member)
                .map(seed -> Totp.matching(seed, code, clock.instant()))
                .filter(OptionalLong::isPresent)
                .map(step -> useUp(member, step.getAsLong()))
                .orElse(false);
        return settle(member, right, "code");
    }

    // Compare and set: of two requests with the same code, one wins.
    private boolean useUp(UUID member, long step) {
        return jdbc.sql("update people.member set totp_last_step = :step where id = :id and totp_last_step < :step")
                        .param("step", step)
                        .param("id", member)
                        .update()
                == 1;
    }

    /** Whether this is an unused recovery code of the member. A right one is used up. */
    @Transactional
    public boolean recoveryCodeIsRight(UUID member, String code) {
        limits.take(key(member), TRIES);
        boolean right = jdbc.sql("""
                update people.recovery_code set used_at = :now
                where member = :member and hash = :hash and used_at is null
                """)
                        .param("now", now())
                        .param("member", member)
                        .param("hash", Secret.hash(plain(code)))
                        .update()
                == 1;
        return settle(member, right, "recovery-code");
    }

    private boolean settle(UUID member, boolean right, String way) {
        if (right) {
            limits.forget(key(member));
            audit.record("people.second-factor-right", "member:" + member, "member:" + member, Map.of("way", way));
        } else {
            audit.record("people.sign-in-refused", "hub", "member:" + member, Map.of("way", way));
        }
        return right;
    }

    /** Ten fresh recovery codes, shown this once; those before end. */
    @Transactional
    public List<String> newRecoveryCodes(Member member) {
        jdbc.sql("delete from people.recovery_code where member = :member")
                .param("member", member.id())
                .update();
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(code -> keep(member.id(), code));
        audit.record("people.recovery-codes-made", member.actor(), member.actor(), Map.of());
        return codes;
    }

    private void keep(UUID member, String code) {
        jdbc.sql("insert into people.recovery_code (member, hash) values (:member, :hash)")
                .param("member", member)
                .param("hash", Secret.hash(plain(code)))
                .update();
    }

    private static String recoveryCode() {
        String letters = Totp.base32(Secret.bytes(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
        return String.join("-", letters.split("(?<=\\G.{4})"));
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    }

    /** How many recovery codes are unused. */
    public int recoveryCodesLeft(UUID member) {
        return jdbc.sql("select count(*) from people.recovery_code where member = :member and used_at is null")
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    /** Takes the code app away. */
    @Transactional
    public void removeCodeApp(Member member, String actor) {
        jdbc.sql("""
                update people.member set totp_secret = null, totp_pending = null, totp_confirmed_at = null
                where id = :id
                """).param("id", member.id()).update();
        audit.record("people.code-app-removed", actor, member.actor(), Map.of());
        notices.factorsChanged(member);
    }

    private Optional<byte[]> read(String column, UUID member) {
        return jdbc.sql("select " + column + " from people.member where id = :id and " + column + " is not null")
                .param("id", member)
                .query(byte[].class)
                .optional()
                .map(hidden -> seal.open(hidden, "member:" + member));
    }

    private static String key(UUID member) {
        return "code " + member;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
