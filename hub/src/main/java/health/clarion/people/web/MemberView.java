package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as the API shows them to an administrator and to themselves. */
record MemberView(
        UUID id,
        String name,
        String email,
        List<String> roles,
        String language,
        String zone,
        String theme,
        boolean secondFactor,
        boolean active,
        @Nullable UUID campaign) {

    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.name(),
                member.email().value(),
                member.roles().stream().map(Role::id).sorted().toList(),
                member.locale().getLanguage(),
                member.zone().getId(),
                member.theme().id(),
                member.secondFactor(),
                member.active(),
                member.campaign());
    }
}
