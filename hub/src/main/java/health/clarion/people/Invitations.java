package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.people.Links.Purpose;
import health.clarion.ui.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How new colleagues come in: a link by mail, valid for seven days and once. */
@Component
public class Invitations {

    private final People people;
    private final Passwords passwords;
    private final Links links;
    private final Organisations organisations;
    private final Notices notices;
    private final Audit audit;

    Invitations(
            People people,
            Passwords passwords,
            Links links,
            Organisations organisations,
            Notices notices,
            Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.links = links;
        this.organisations = organisations;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * Whom to invite.
     *
     * @param campaign the one campaign of a partner; null for others
     */
    public record Wish(
            String name,
            EmailAddress email,
            Set<Role> roles,
            Locale locale,
            @Nullable UUID campaign) {}

    /**
     * Adds the account and mails the link.
     *
     * @throws Problem conflict, when the address has an account already; invalid, without a role
     */
    @Transactional
    public Member invite(Wish wish, Member by) {
        Membership.checkRoles(wish.roles());
        if (people.find(wish.email()).isPresent()) {
            throw Problem.conflict("people.already-here");
        }
        UUID id = add(wish, by);
        Member member = people.find(id).orElseThrow();
        notices.invited(member, by.name(), links.make(Purpose.INVITATION, id));
        audit.record("people.invited", by.actor(), member.actor(), Map.of("roles", People.ids(wish.roles())));
        return member;
    }

    private UUID add(Wish wish, Member by) {
        try {
            return people.add(
                    new People.Newcomer(
                            wish.name(),
                            wish.email(),
                            wish.roles(),
                            wish.locale(),
                            organisations.current().zone(),
                            wish.roles().contains(Role.PARTNER) ? wish.campaign() : null),
                    by.actor());
        } catch (DuplicateKeyException faster) {
            throw Problem.conflict("people.already-here");
        }
    }

    /** Mails a new link; the one before ends. Only for someone who never came in. */
    @Transactional
    public void again(UUID member, Member by) {
        Member invited = people.find(member)
                .filter(Member::active)
                .filter(known -> isWaiting(known.id()))
                .orElseThrow(() -> Problem.conflict("people.invitation-done"));
        notices.invited(invited, by.name(), links.make(Purpose.INVITATION, member));
        audit.record("people.invited-again", by.actor(), invited.actor(), Map.of());
    }

    /** Whether the member was invited and has not come in yet. */
    public boolean isWaiting(UUID member) {
        return !passwords.has(member)
                && !people.find(member).map(Member::secondFactor).orElse(false);
    }

    /** Everybody active who was invited and has not come in yet. */
    public Set<UUID> waiting() {
        return passwords.without();
    }

    /** When the open invitation of a member ends; empty when there is none or it has ended. */
    public Optional<Instant> openUntil(UUID member) {
        return links.openInvitation(member);
    }

    /** Whom this link invites; empty when it was used or has ended. */
    public Optional<Member> invited(String secret) {
        return links.owner(Purpose.INVITATION, secret).flatMap(people::find).filter(Member::active);
    }

    /**
     * Accepts: the name they want to be called and the password they chose.
     *
     * @throws Problem gone, when the link was used or has ended
     */
    @Transactional
    public Member accept(String secret, String name, Locale locale, ZoneId zone, String password) {
        Member member = invited(secret)
                .filter(known -> links.use(Purpose.INVITATION, secret))
                .orElseThrow(() -> Problem.gone("people.invitation-gone"));
        people.describe(member.id(), name, locale, zone, member.theme());
        passwords.set(member.id(), password);
        audit.record("people.came-in", member.actor(), member.actor(), Map.of());
        return people.find(member.id()).orElseThrow();
    }
}
