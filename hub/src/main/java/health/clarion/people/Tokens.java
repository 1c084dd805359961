package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.people.MemberAuthentication.Way;
import health.clarion.ui.Problem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal API tokens. Each is shown once and kept as a hash. One that may sign off or publish needs a fresh second
 * factor when it is made and lives 30 days at most.
 */
@Component
public class Tokens {

    public static final Duration LONGEST = Duration.ofDays(365);
    public static final Duration LONGEST_STRONG = Duration.ofDays(30);

    /** More than this many working tokens a member has lost count of. */
    public static final int MOST = 20;

    private static final String PREFIX = "clarion_";
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Tokens(JdbcClient jdbc, People people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One token, without its secret.
     *
     * @param usedAt when it last opened something, to the minute; null when it never did
     */
    public record Token(
            UUID id,
            UUID member,
            String name,
            Set<Scope> scopes,
            Instant madeAt,
            Instant endsAt,
            @Nullable Instant usedAt) {}

    /** A token just made, and its secret, for this once. */
    public record Made(Token token, String secret) {}

    /** What somebody wants a token for. */
    public record Wish(String name, Set<Scope> scopes, Duration life) {}

    /**
     * Makes a token. Whoever may sign off or publish may also read and write.
     *
     * @param freshSecondFactor whether the member has just shown one
     * @throws Problem when the wish goes beyond what the member may, or asks for more time than there is
     */
    @Transactional
    public Made make(Member member, Wish wish, boolean freshSecondFactor, String actor) {
        Set<Scope> scopes = widened(wish.scopes());
        check(member, scopes, wish.life(), freshSecondFactor);
        Instant now = clock.instant();
        Token token = new Token(UUID.randomUUID(), member.id(), wish.name(), scopes, now, now.plus(wish.life()), null);
        String secret = PREFIX + Secret.make();
        insert(token, secret);
        audit.record(
                "people.token-made",
                actor,
                "token:" + token.id(),
                Map.of(
                        "member", member.id().toString(),
                        "scopes", ids(scopes),
                        "strong", String.valueOf(scopes.stream().anyMatch(Scope::strong))));
        return new Made(token, secret);
    }

    /** Whether the member's roles allow this scope at all. */
    public static boolean allowed(Member member, Scope scope) {
        return scope == Scope.READ || member.roles().stream().anyMatch(scope::allowedFor);
    }

    private static Set<Scope> widened(Set<Scope> asked) {
        EnumSet<Scope> scopes = EnumSet.of(Scope.READ);
        scopes.addAll(asked);
        if (scopes.stream().anyMatch(Scope::strong)) {
            scopes.add(Scope.WRITE);
        }
        return scopes;
    }

    private void check(Member member, Set<Scope> scopes, Duration life, boolean freshSecondFactor) {
        boolean strong = scopes.stream().anyMatch(Scope::strong);
        for (Scope scope : scopes) {
            if (!allowed(member, scope)) {
                throw Problem.forbidden("people.token-beyond-roles", scope.id());
            }
        }
        if (strong && !freshSecondFactor) {
            throw Problem.forbidden("people.token-needs-second-factor")
                    .next("people.show-second-factor", "/account/confirm?next=/account/tokens");
        }
        Duration longest = strong ? LONGEST_STRONG : LONGEST;
        if (life.compareTo(longest) > 0 || life.compareTo(Duration.ofMinutes(1)) < 0) {
            throw Problem.invalid("people.token-too-long", longest.toDays());
        }
        if (of(member.id()).size() >= MOST) {
            throw Problem.conflict("people.token-too-many", MOST);
        }
    }

    private void insert(Token token, String secret) {
        jdbc.sql("""
                insert into people.token (id, hash, member, name, scopes, made_at, ends_at)
                values (:id, :hash, :member, :name, string_to_array(:scopes, ' '), :made, :end)
                """)
                .param("id", token.id())
                .param("hash", Secret.hash(secret))
                .param("member", token.member())
                .param("name", token.name())
                .param("scopes", ids(token.scopes()))
                .param("made", Timestamp.from(token.madeAt()))
                .param("end", Timestamp.from(token.endsAt()))
                .update();
    }

    /** Who acts by this token, with the roles they hold now; nothing when it is unknown, revoked, ended or theirs is closed. */
    public Optional<MemberAuthentication> accept(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        return byHash(Secret.hash(secret))
                .flatMap(token ->
                        people.find(token.member()).filter(Member::active).map(member -> accepted(token, member)));
    }

    private MemberAuthentication accepted(Token token, Member member) {
        Instant now = clock.instant();
        if (token.usedAt() == null || token.usedAt().isBefore(now.minus(USED_EVERY))) {
            jdbc.sql("update people.token set used_at = :now where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", token.id())
                    .update();
        }
        return new MemberAuthentication(member, new Way.Token(token.id(), token.scopes()));
    }

    private Optional<Token> byHash(byte[] hash) {
        return jdbc.sql("""
                select id, member, name, scopes, made_at, ends_at, used_at from people.token
                where hash = :hash and revoked_at is null and ends_at > :now
                """)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .query(Tokens::token)
                .optional();
    }

    /** A member's working tokens, newest first. */
    public List<Token> of(UUID member) {
        return jdbc.sql("""
                select id, member, name, scopes, made_at, ends_at, used_at from people.token
                where member = :member and revoked_at is null and ends_at > :now
                order by made_at desc limit :limit
                """)
                .param("member", member)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", MOST)
                .query(Tokens::token)
                .list();
    }

    /** Ends a token of a member; false when it is not theirs or has ended. */
    @Transactional
    public boolean revoke(UUID token, UUID member, String actor) {
        boolean revoked = jdbc.sql("""
                update people.token set revoked_at = :now
                where id = :id and member = :member and revoked_at is null
                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", token)
                        .param("member", member)
                        .update()
                == 1;
        if (revoked) {
            audit.record("people.token-revoked", actor, "token:" + token, Map.of("member", member.toString()));
        }
        return revoked;
    }

    /** Ends every token of a member, as when their account closes. */
    void revokeAll(UUID member) {
        jdbc.sql("update people.token set revoked_at = :now where member = :member and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("member", member)
                .update();
    }

    private static String ids(Set<Scope> scopes) {
        return String.join(" ", scopes.stream().map(Scope::id).toList());
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("used_at");
        return new Token(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getString("name"),
                scopes(row.getArray("scopes")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Set<Scope> scopes(Array ids) throws SQLException {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String id : (String[]) ids.getArray()) {
            scopes.add(Scope.of(id));
        }
        return scopes;
    }
}
