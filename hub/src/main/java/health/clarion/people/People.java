package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.ui.Theme;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody with an account. */
@Component
public class People {

    /** More members than this are not listed at once; an organisation of that size needs another page. */
    public static final int MOST_LISTED = 1_000;

    // An account of a demonstration has a password everybody can read: outside one it counts as closed.
    // Roles are the member's own and those lent to them, which count only while the giver holds them.
    private static final String SELECT = """
            select m.id, m.name, m.email, m.locale, m.zone, m.theme, m.campaign,
                m.active and (:demo or not m.demo) as active,
                m.totp_confirmed_at is not null
                    or exists (select from people.passkey p where p.member = m.id) as second_factor,
                array(
                    select r.role from people.role_held r where r.member = m.id
                    union
                    select d.role from people.delegation d
                    join people.role_held g on g.member = d.giver and g.role = d.role
                    join people.member giver on giver.id = d.giver and giver.active
                    where d.receiver = m.id and d.ended_at is null and d.ends_at > :now) as roles
            from people.member m
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final boolean demo;

    People(JdbcClient jdbc, Audit audit, Clock clock, @Value("${clarion.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.demo = demo;
    }

    /** The member with this id, active or not. */
    public Optional<Member> find(UUID id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("demo", demo)
                .param("id", id)
                .param("now", now())
                .query(People::member)
                .optional();
    }

    /** The member with this address, active or not. */
    public Optional<Member> find(EmailAddress email) {
        return jdbc.sql(SELECT + "where m.email = :email")
                .param("demo", demo)
                .param("email", email.value())
                .param("now", now())
                .query(People::member)
                .optional();
    }

    /** Active members by name, at most {@link #MOST_LISTED}. */
    public List<Member> all() {
        return jdbc.sql(SELECT + "where m.active and (:demo or not m.demo) order by lower(m.name), m.id limit :limit")
                .param("demo", demo)
                .param("now", now())
                .param("limit", MOST_LISTED)
                .query(People::member)
                .list();
    }

    /** Every member by name, closed accounts at the end, at most {@link #MOST_LISTED}. */
    public List<Member> everybody() {
        return jdbc.sql(SELECT + "order by active desc, lower(m.name), m.id limit :limit")
                .param("demo", demo)
                .param("now", now())
                .param("limit", MOST_LISTED)
                .query(People::member)
                .list();
    }

    /** Names of many at once; ids that are nobody's are left out. */
    public Map<UUID, String> named(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from people.member where id in (:ids)")
                    .param("ids", Set.copyOf(ids))
                    .query((ResultSet row) -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return names;
    }

    /** Active members who hold this role today, own or lent, by name. */
    public List<Member> withRole(Role role) {
        return all().stream().filter(member -> member.is(role)).toList();
    }

    /** The roles that are the member's own, without those lent to them. */
    public Set<Role> ownRoles(UUID member) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql("select role from people.role_held where member = :member")
                .param("member", member)
                .query(String.class)
                .list()
                .forEach(id -> roles.add(Role.of(id)));
        return roles;
    }

    /** Whether anybody active runs this hub. */
    public boolean hasAdministrator() {
        return administrators(null) > 0;
    }

    /** Active administrators other than one. */
    int administrators(@Nullable UUID besides) {
        return jdbc.sql("""
                select count(*) from people.role_held r join people.member m on m.id = r.member
                where r.role = 'administrator' and m.active and (:demo or not m.demo)
                    and (cast(:besides as uuid) is null or m.id <> :besides)
                """)
                .param("besides", besides)
                .param("demo", demo)
                .query(Integer.class)
                .single();
    }

    /** Someone about to get an account. */
    record Newcomer(
            String name,
            EmailAddress email,
            Set<Role> roles,
            Locale locale,
            ZoneId zone,
            @Nullable UUID campaign) {}

    /**
     * Adds an account that nobody can sign in to yet.
     *
     * @param actor as the audit names them
     */
    @Transactional
    UUID add(Newcomer newcomer, String actor) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into people.member (id, name, email, locale, zone, campaign, joined_at)
                values (:id, :name, :email, :locale, :zone, :campaign, :now)
                """)
                .param("id", id)
                .param("name", newcomer.name())
                .param("email", newcomer.email().value())
                .param("locale", newcomer.locale().getLanguage())
                .param("zone", newcomer.zone().getId())
                .param("campaign", newcomer.campaign())
                .param("now", now())
                .update();
        newcomer.roles().forEach(role -> give(id, role, actor));
        audit.record("people.member-added", actor, "member:" + id, Map.of("roles", ids(newcomer.roles())));
        return id;
    }

    void give(UUID member, Role role, String actor) {
        jdbc.sql("""
                insert into people.role_held (member, role, given_by, given_at) values (:member, :role, :by, :now)
                on conflict do nothing
                """)
                .param("member", member)
                .param("role", role.id())
                .param("by", actor)
                .param("now", now())
                .update();
    }

    void describe(UUID member, String name, Locale locale, ZoneId zone, Theme theme) {
        jdbc.sql("""
                update people.member set name = :name, locale = :locale, zone = :zone, theme = :theme where id = :id
                """)
                .param("name", name)
                .param("locale", locale.getLanguage())
                .param("zone", zone.getId())
                .param("theme", theme.id())
                .param("id", member)
                .update();
    }

    static String ids(Set<Role> roles) {
        return String.join(" ", roles.stream().map(Role::id).sorted().toList());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new EmailAddress(row.getString("email")),
                roles(row.getArray("roles")),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")),
                Theme.of(row.getString("theme")),
                row.getBoolean("second_factor"),
                row.getBoolean("active"),
                row.getObject("campaign", UUID.class));
    }

    private static Set<Role> roles(Array ids) throws SQLException {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String id : (String[]) ids.getArray()) {
            roles.add(Role.of(id));
        }
        return roles;
    }
}
