package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.people.Links.Purpose;
import health.clarion.ui.Problem;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The very first account: whoever started the hub gets a one-time link on the console. */
@Component
public class SetUp {

    private final People people;
    private final Organisations organisations;
    private final Passwords passwords;
    private final Links links;
    private final Audit audit;
    private final JdbcClient jdbc;

    SetUp(People people, Organisations organisations, Passwords passwords, Links links, Audit audit, JdbcClient jdbc) {
        this.people = people;
        this.organisations = organisations;
        this.passwords = passwords;
        this.links = links;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * A fresh link, valid for a day and once, with which whoever holds it becomes the first administrator; links given
     * before end. Empty when somebody already runs this hub.
     */
    @Transactional
    public Optional<String> link() {
        if (people.hasAdministrator()) {
            return Optional.empty();
        }
        String secret = links.make(Purpose.SET_UP, null);
        return Optional.of(organisations.current().link("/set-up/" + secret));
    }

    /** Whether this link still opens: not used, not old, and nobody runs the hub yet. */
    public boolean opens(String secret) {
        return links.opens(Purpose.SET_UP, secret) && !people.hasAdministrator();
    }

    /** What the first form holds. */
    public record First(
            String organisation,
            ZoneId zone,
            Locale locale,
            String name,
            EmailAddress email,
            String password,
            boolean communicator) {}

    /**
     * Makes the organisation and its first administrator.
     *
     * @throws Problem when the link has been used or has ended
     */
    @Transactional
    public UUID finish(String secret, First first) {
        // Two people with the same link: the second one waits here and then finds it used.
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('people.set-up'))")
                .query(Integer.class)
                .single();
        if (people.hasAdministrator() || !links.use(Purpose.SET_UP, secret)) {
            throw Problem.gone("people.set-up-gone");
        }
        UUID id = people.add(
                new People.Newcomer(first.name(), first.email(), roles(first), first.locale(), first.zone(), null),
                "hub");
        passwords.set(id, first.password());
        organisations.change(
                new Organisations.Settings(first.organisation(), first.zone(), first.locale(), "", ""), "member:" + id);
        audit.record("people.set-up", "member:" + id, "organisation", Map.of());
        return id;
    }

    private static Set<Role> roles(First first) {
        return first.communicator()
                ? EnumSet.of(Role.ADMINISTRATOR, Role.COMMUNICATOR)
                : EnumSet.of(Role.ADMINISTRATOR);
    }
}
