package health.clarion.demo;

import health.clarion.people.DemoAccounts;
import health.clarion.people.DemoAccounts.Person;
import health.clarion.people.EmailAddress;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.people.Role;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Who works at Harbour Minds, a fictional charity in a fictional town. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class Cast {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Everybody's. It is printed at every start, and works in demonstrations only. */
    static final String PASSWORD = "one open door";

    private final DemoAccounts accounts;
    private final People people;
    private final Organisations organisations;

    Cast(DemoAccounts accounts, People people, Organisations organisations) {
        this.accounts = accounts;
        this.people = people;
        this.organisations = organisations;
    }

    /** A part to play: the one who stands for a role in lists of sign-ins is its first. */
    enum Part {
        RUTH("Ruth Adeyemi", "ruth", Role.ADMINISTRATOR),
        NADIA("Nadia Haddad", "nadia", Role.COMMUNICATOR),
        CARLES("Carles Ferrer", "carles", Role.COMMUNICATOR),
        ILSE("Dr Ilse Thornquist", "ilse", Role.CLINICIAN),
        TOMAS("Tomas Lindgren", "tomas", Role.LEGAL),
        PRIYA("Priya Raman", "priya", Role.MODERATOR),
        JOAN("Joan Whitlock", "joan", Role.ANALYST),
        BEATRIZ("Beatriz Cole", "beatriz", Role.PARTNER);

        private final String name;
        private final String mailbox;
        private final Role role;

        Part(String name, String mailbox, Role role) {
            this.name = name;
            this.mailbox = mailbox;
            this.role = role;
        }

        String fullName() {
            return name;
        }

        Role role() {
            return role;
        }

        EmailAddress email() {
            return new EmailAddress(mailbox + "@harbourminds.example");
        }
    }

    /** Whether somebody works here already. */
    boolean isHired() {
        return people.find(Part.RUTH.email()).isPresent();
    }

    /** Everybody but the partner, who needs a campaign to see. */
    void hire() {
        organisations.change(
                new Organisations.Settings(
                        "Harbour Minds",
                        ZONE,
                        Locale.ENGLISH,
                        "",
                        "The duty phone in the kitchen drawer, Brannoc Hall"),
                "hub");
        for (Part part : Part.values()) {
            if (part.role() != Role.PARTNER) {
                hire(part, null);
            }
        }
    }

    /** @param campaign what a partner may see; null for everybody else, and for a partner who sees nothing yet */
    void hire(Part part, @Nullable UUID campaign) {
        accounts.create(
                new Person(part.name, part.email(), PASSWORD, Set.of(part.role), Locale.ENGLISH, ZONE, campaign));
    }

    /** Who plays this part. */
    Member who(Part part) {
        return people.find(part.email()).orElseThrow();
    }
}
