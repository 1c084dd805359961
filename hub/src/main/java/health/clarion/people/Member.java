package health.clarion.people;

import health.clarion.ui.Theme;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone with an account.
 *
 * @param roles their own and those lent to them today
 * @param locale the language they read the hub in
 * @param secondFactor whether a passkey or a code app is set up
 * @param active false once an administrator closed the account
 * @param campaign the one campaign a partner may read; null for everybody else, and for a partner who has none yet
 */
public record Member(
        UUID id,
        String name,
        EmailAddress email,
        Set<Role> roles,
        Locale locale,
        ZoneId zone,
        Theme theme,
        boolean secondFactor,
        boolean active,
        @Nullable UUID campaign) {

    // A partner who was given no campaign sees none: this id belongs to nothing.
    private static final UUID NO_CAMPAIGN = new UUID(0, 0);

    public Member {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether someone with these roles must have a second factor before they sign off or publish. */
    public boolean needsSecondFactor() {
        return roles.stream().anyMatch(role -> role.signsOff() || role.publishes());
    }

    /**
     * The one campaign this member may see, when partner is their only role; empty for staff, who see all. Every list
     * must respect it. A partner without a campaign gets an id that belongs to nothing.
     */
    public Optional<UUID> partnerCampaign() {
        boolean onlyPartner = is(Role.PARTNER) && roles.size() == 1;
        return onlyPartner ? Optional.of(campaign == null ? NO_CAMPAIGN : campaign) : Optional.empty();
    }

    /** How the audit names them: {@code member:<uuid>}. */
    public String actor() {
        return "member:" + id;
    }
}
