package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.people.Links.Purpose;
import health.clarion.ui.Problem;
import health.clarion.ui.Theme;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes to an account: by its owner, or by an administrator. The last administrator stays one. */
@Component
public class Membership {

    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Links links;
    private final RateLimits limits;
    private final Notices notices;
    private final Audit audit;
    private final JdbcClient jdbc;

    Membership(
            People people,
            Passwords passwords,
            SecondFactors factors,
            Passkeys passkeys,
            Sessions sessions,
            Tokens tokens,
            Links links,
            RateLimits limits,
            Notices notices,
            Audit audit,
            JdbcClient jdbc) {
        this.people = people;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.limits = limits;
        this.notices = notices;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    static void checkRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Problem.invalid("people.roles-missing");
        }
        if (roles.contains(Role.PARTNER) && roles.size() > 1) {
            throw Problem.invalid("people.partner-alone");
        }
    }

    /**
     * Gives a member exactly these roles of their own.
     *
     * @param campaign the one campaign of a partner; ignored for others
     * @throws Problem conflict, when nobody would run the hub afterwards; invalid, for no role or partner with another
     */
    @Transactional
    public Member changeRoles(UUID id, Set<Role> roles, @Nullable UUID campaign, Member by) {
        checkRoles(roles);
        Member member = known(id);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(member);
        }
        Set<Role> before = people.ownRoles(id);
        before.stream().filter(role -> !roles.contains(role)).forEach(role -> take(id, role));
        roles.forEach(role -> people.give(id, role, by.actor()));
        jdbc.sql("update people.member set campaign = :campaign where id = :id")
                .param("campaign", roles.contains(Role.PARTNER) ? campaign : null)
                .param("id", id)
                .update();
        audit.record(
                "people.roles-changed",
                by.actor(),
                member.actor(),
                Map.of("before", People.ids(before), "after", People.ids(roles)));
        return known(id);
    }

    private void take(UUID member, Role role) {
        jdbc.sql("delete from people.role_held where member = :member and role = :role")
                .param("member", member)
                .param("role", role.id())
                .update();
    }

    /** Closes an account: sessions, tokens and links end at once; what they did stays under their name. */
    @Transactional
    public void close(UUID id, Member by) {
        Member member = known(id);
        keepAnAdministrator(member);
        setActive(id, false);
        sessions.endAll(id, null, by.actor());
        tokens.revokeAll(id);
        links.endAll(Purpose.INVITATION, id);
        links.endAll(Purpose.RESET, id);
        audit.record("people.account-closed", by.actor(), member.actor(), Map.of());
    }

    /** Opens a closed account again, with the roles it had. */
    @Transactional
    public void reopen(UUID id, Member by) {
        Member member = known(id);
        setActive(id, true);
        audit.record("people.account-reopened", by.actor(), member.actor(), Map.of());
    }

    private void setActive(UUID id, boolean active) {
        jdbc.sql("update people.member set active = :active where id = :id")
                .param("active", active)
                .param("id", id)
                .update();
    }

    /** For someone who lost their phone: takes their code app, passkeys and recovery codes away and ends their sessions. */
    @Transactional
    public void removeSecondFactors(UUID id, Member by) {
        Member member = known(id);
        passkeys.removeAll(member, by.actor());
        factors.removeCodeApp(member, by.actor());
        jdbc.sql("delete from people.recovery_code where member = :member")
                .param("member", id)
                .update();
        sessions.endAll(id, null, by.actor());
    }

    // Two administrators closing each other at once: one waits here and then finds the other gone.
    private void keepAnAdministrator(Member member) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('people.administrators'))")
                .query(Integer.class)
                .single();
        boolean runsIt = people.ownRoles(member.id()).contains(Role.ADMINISTRATOR) && member.active();
        if (runsIt && people.administrators(member.id()) == 0) {
            throw Problem.conflict("people.last-administrator");
        }
    }

    /** Changes what a member says about themselves. */
    @Transactional
    public void describe(Member me, String name, Locale locale, ZoneId zone, Theme theme) {
        people.describe(me.id(), name, locale, zone, theme);
        audit.record("people.profile-changed", me.actor(), me.actor(), Map.of());
    }

    /**
     * Changes one's own password; the other sessions end.
     *
     * @param present the password they have now; ignored when they never had one
     * @param session the session to keep, or null
     * @return false when {@code present} is wrong
     * @throws Problem too much, after ten tries in a quarter of an hour
     */
    @Transactional
    public boolean changePassword(Member me, String present, String next, @Nullable UUID session) {
        if (!isPassword(me, present)) {
            return false;
        }
        passwords.set(me.id(), next);
        sessions.endAll(me.id(), session, me.actor());
        audit.record("people.password-changed", me.actor(), me.actor(), Map.of());
        notices.passwordChanged(me);
        return true;
    }

    /** Whether this is the member's password, or they have none; bounded tries. */
    public boolean isPassword(Member me, String password) {
        if (!passwords.has(me.id())) {
            return true;
        }
        String key = "password " + me.id();
        limits.take(key, SignIn.GUESSES);
        boolean right = passwords.matches(java.util.Optional.of(me.id()), password);
        if (right) {
            limits.forget(key);
        }
        return right;
    }

    private Member known(UUID id) {
        return people.find(id).orElseThrow(() -> Problem.notFound("people.nobody"));
    }
}
