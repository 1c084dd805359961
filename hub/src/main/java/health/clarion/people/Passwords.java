package health.clarion.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import health.clarion.ui.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords, kept as Argon2id. At least twelve characters, nothing about which kinds; the commonest ones and one's own
 * name are refused by how soon they would be guessed (NIST SP 800-63B, 3.1.1.2).
 */
@Component
public class Passwords {

    public static final int SHORTEST = 12;

    /** Longer ones would only make us work. */
    public static final int LONGEST = 200;

    // zxcvbn's own line between "somewhat guessable" and "safely unguessable" online: 10^8 guesses.
    private static final double FEWEST_GUESSES = 1e8;
    private static final int LOOKED_AT = 60;

    // Each hash takes 19 MiB and tens of milliseconds: more at once would let strangers exhaust us.
    private static final int AT_ONCE = 4;
    private static final int WAIT_SECONDS = 5;

    private final JdbcClient jdbc;
    private final Argon2PasswordEncoder encoder;
    private final Zxcvbn guesser = new Zxcvbn();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final String nobodys;

    // 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, 2025.
    Passwords(
            JdbcClient jdbc,
            @Value("${clarion.password.memory-kib:19456}") int memoryKib,
            @Value("${clarion.password.passes:2}") int passes) {
        this.jdbc = jdbc;
        this.encoder = new Argon2PasswordEncoder(16, 32, 1, memoryKib, passes);
        this.nobodys = encode(Secret.make());
    }

    /**
     * Why this password can't be used, as a message key; empty when it can.
     *
     * @param own words an attacker tries first: name, address, organisation
     */
    public Optional<String> objection(String password, List<String> own) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("people.password-short");
        }
        if (length > LONGEST) {
            return Optional.of("people.password-long");
        }
        String start = password.substring(0, Math.min(password.length(), LOOKED_AT));
        boolean common = guesser.measure(start, own).getGuesses() < FEWEST_GUESSES;
        return common ? Optional.of("people.password-common") : Optional.empty();
    }

    /** Keeps the password of a member. */
    void set(UUID member, String password) {
        jdbc.sql("update people.member set password = :password where id = :id")
                .param("password", encode(password))
                .param("id", member)
                .update();
    }

    /** Whether this is the member's password. Takes as long when there is no such member. */
    boolean matches(Optional<UUID> member, String password) {
        Optional<String> kept = member.flatMap(this::kept);
        boolean same = inTurn(() -> encoder.matches(cut(password), kept.orElse(nobodys)));
        return same && kept.isPresent();
    }

    /** Whether the member has one at all; someone with a passkey need not. */
    boolean has(UUID member) {
        return kept(member).isPresent();
    }

    /** Active members who can't sign in yet: neither a password nor a passkey. */
    Set<UUID> without() {
        return Set.copyOf(jdbc.sql("""
                select id from people.member m where m.password is null and m.active
                    and not exists (select from people.passkey p where p.member = m.id)
                limit :limit
                """)
                .param("limit", People.MOST_LISTED)
                .query(UUID.class)
                .list());
    }

    private Optional<String> kept(UUID member) {
        return jdbc.sql("select password from people.member where id = :id and password is not null")
                .param("id", member)
                .query(String.class)
                .optional();
    }

    private String encode(String password) {
        String encoded = inTurn(() -> encoder.encode(password));
        if (encoded == null) {
            throw new IllegalArgumentException("No password");
        }
        return encoded;
    }

    private static String cut(String password) {
        return password.length() > 2 * LONGEST ? password.substring(0, 2 * LONGEST) : password;
    }

    private <T> T inTurn(Supplier<T> work) {
        boolean mine = false;
        try {
            mine = turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw Problem.unavailable("people.busy");
            }
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("people.busy");
        } finally {
            if (mine) {
                turns.release();
            }
        }
    }
}
