package health.clarion.people.web;

import health.clarion.people.Invitations;
import health.clarion.people.Member;
import health.clarion.people.Membership;
import health.clarion.people.People;
import health.clarion.people.SecondFactors;
import health.clarion.people.Sessions;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody with an account, for an administrator's programs. */
@RestController
@RequestMapping("/api/v1/people")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class PeopleApi {

    private final People people;
    private final Invitations invitations;
    private final Membership membership;
    private final Sessions sessions;
    private final SecondFactors factors;

    PeopleApi(People people, Invitations invitations, Membership membership, Sessions sessions, SecondFactors factors) {
        this.people = people;
        this.invitations = invitations;
        this.membership = membership;
        this.sessions = sessions;
        this.factors = factors;
    }

    @ApiCall("Lists everybody with an account.")
    @GetMapping
    List<MemberView> list() {
        return people.everybody().stream().map(MemberView::of).toList();
    }

    @ApiCall("Shows one member.")
    @GetMapping("/{id}")
    MemberView one(@PathVariable UUID id) {
        return MemberView.of(known(id));
    }

    record Invitation(
            @Nullable String name,
            @Nullable String email,
            @Nullable List<String> roles,
            @Nullable String language,
            @Nullable UUID campaign) {}

    @ApiCall("Invites somebody by mail.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MemberView invite(Member me, @RequestBody Invitation asked) {
        return MemberView.of(invitations.invite(
                new Invitations.Wish(
                        Asked.name("name", asked.name()),
                        Asked.email(asked.email()),
                        Asked.roles(asked.roles()),
                        asked.language() == null ? me.locale() : Asked.language(asked.language()),
                        asked.campaign()),
                me));
    }

    @ApiCall("Sends an invitation again.")
    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inviteAgain(Member me, @PathVariable UUID id) {
        invitations.again(id, me);
    }

    record Roles(@Nullable List<String> roles, @Nullable UUID campaign) {}

    @ApiCall("Changes somebody’s roles.")
    @PutMapping("/{id}/roles")
    MemberView changeRoles(Member me, @PathVariable UUID id, @RequestBody Roles asked) {
        return MemberView.of(membership.changeRoles(id, Asked.roles(asked.roles()), asked.campaign(), me));
    }

    @ApiCall("Closes an account.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Member me, @PathVariable UUID id) {
        membership.close(id, me);
    }

    @ApiCall("Opens a closed account again.")
    @PostMapping("/{id}/reopening")
    MemberView reopen(Member me, @PathVariable UUID id) {
        membership.reopen(id, me);
        return MemberView.of(known(id));
    }

    @ApiCall("Ends all sessions of a member.")
    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(Member me, @PathVariable UUID id) {
        sessions.endAll(known(id).id(), null, me.actor());
    }

    /** @param code of the administrator's own code app: taking somebody's second factors away needs one's own */
    record Proof(@Nullable String code) {}

    @ApiCall("Takes somebody’s second factors away, proved by the caller’s own code.")
    @PostMapping("/{id}/second-factors/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFactors(Member me, @PathVariable UUID id, @RequestBody Proof proof) {
        if (proof.code() == null || !factors.codeIsRight(me.id(), proof.code())) {
            throw Problem.invalid("people.code-wrong");
        }
        membership.removeSecondFactors(id, me);
    }

    private Member known(UUID id) {
        return people.find(id).orElseThrow(() -> Problem.notFound("people.nobody"));
    }
}
