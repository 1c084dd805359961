package health.clarion.people;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts with a password that is printed for everybody to read; made and usable only with {@code clarion.demo}. */
@Component
public class DemoAccounts {

    private final People people;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final boolean demo;

    DemoAccounts(People people, Passwords passwords, JdbcClient jdbc, @Value("${clarion.demo:false}") boolean demo) {
        this.people = people;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.demo = demo;
    }

    /** Someone in the demonstration. */
    public record Person(
            String name,
            EmailAddress email,
            String password,
            Set<Role> roles,
            Locale locale,
            ZoneId zone,
            @Nullable UUID campaign) {

        public Person(String name, EmailAddress email, String password, Set<Role> roles) {
            this(name, email, password, roles, Locale.ENGLISH, ZoneId.of("Europe/London"), null);
        }
    }

    /**
     * Adds the person; their password stands for both factors, since nobody has their phone.
     *
     * @throws IllegalStateException outside a demonstration
     */
    @Transactional
    public Member create(Person person) {
        requireDemo();
        UUID id = people.add(
                new People.Newcomer(
                        person.name(),
                        person.email(),
                        person.roles(),
                        person.locale(),
                        person.zone(),
                        person.campaign()),
                "hub");
        passwords.set(id, person.password());
        jdbc.sql("update people.member set demo = true where id = :id")
                .param("id", id)
                .update();
        return people.find(id).orElseThrow();
    }

    /** Accounts of the demonstration, to print their sign-ins; none outside one. */
    public List<UUID> all() {
        return demo
                ? jdbc.sql("select id from people.member where demo and active order by joined_at limit 100")
                        .query(UUID.class)
                        .list()
                : List.of();
    }

    void requireDemo() {
        if (!demo) {
            throw new IllegalStateException("Demo accounts exist only in a demonstration");
        }
    }
}
