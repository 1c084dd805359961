package health.clarion.people.web;

import health.clarion.people.Lending;
import health.clarion.people.Lending.Loan;
import health.clarion.people.Member;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.MemberAuthentication.Way;
import health.clarion.people.Membership;
import health.clarion.people.Passwords;
import health.clarion.people.People;
import health.clarion.people.Sessions;
import health.clarion.people.Sessions.Session;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import health.clarion.ui.Theme;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account, for programs. A token that may only read changes nothing here either. */
@RestController
@RequestMapping("/api/v1/me")
class MeApi {

    private final Membership membership;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Lending lending;
    private final People people;

    MeApi(Membership membership, Passwords passwords, Sessions sessions, Lending lending, People people) {
        this.membership = membership;
        this.passwords = passwords;
        this.sessions = sessions;
        this.lending = lending;
        this.people = people;
    }

    record Me(MemberView member, List<String> authorities) {}

    @ApiCall("Shows the caller and what this token may do.")
    @GetMapping
    Me me(MemberAuthentication me) {
        return new Me(
                MemberView.of(me.member()),
                me.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .sorted()
                        .toList());
    }

    record Profile(
            @Nullable String name,
            @Nullable String language,
            @Nullable String zone,
            @Nullable String theme) {}

    @ApiCall("Changes the caller’s name, language, zone and theme.")
    @PutMapping
    MemberView describe(MemberAuthentication me, @RequestBody Profile profile) {
        OwnChanges.require(me);
        membership.describe(
                me.member(),
                Asked.name("name", profile.name()),
                Asked.language(profile.language()),
                Asked.zone(profile.zone()),
                Theme.of(profile.theme() == null ? "auto" : profile.theme()));
        return MemberView.of(people.find(me.member().id()).orElseThrow());
    }

    record NewPassword(@Nullable String present, @Nullable String password) {}

    @ApiCall("Changes the caller’s password; other sessions end.")
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(MemberAuthentication me, @RequestBody NewPassword asked) {
        OwnChanges.require(me);
        Member member = me.member();
        String next = Asked.text("password", asked.password(), 2 * Passwords.LONGEST);
        passwords
                .objection(next, List.of(member.name(), member.email().value(), "clarion"))
                .ifPresent(why -> {
                    throw Problem.invalid(why);
                });
        UUID session = me.way() instanceof Way.Browser browser ? browser.id() : null;
        String present = Asked.text("present", asked.present(), 2 * Passwords.LONGEST);
        if (!membership.changePassword(member, present, next, session)) {
            throw Problem.invalid("people.password-wrong");
        }
    }

    record SessionView(UUID id, String device, Instant startedAt, Instant seenAt, boolean secondFactor, boolean here) {}

    @ApiCall("Lists the browsers in which the caller is signed in.")
    @GetMapping("/sessions")
    List<SessionView> sessions(MemberAuthentication me) {
        return sessions.of(me.member().id()).stream()
                .map(session -> view(session, me))
                .toList();
    }

    private static SessionView view(Session session, MemberAuthentication me) {
        return new SessionView(
                session.id(),
                session.device(),
                session.startedAt(),
                session.seenAt(),
                session.secondFactorAt() != null,
                session.id().equals(me.way().id()));
    }

    @ApiCall("Ends one session.")
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(MemberAuthentication me, @PathVariable UUID id) {
        OwnChanges.require(me);
        if (!sessions.end(id, me.member().id(), me.member().actor())) {
            throw Problem.notFound("people.session-gone");
        }
    }

    record Ended(int ended) {}

    @ApiCall("Ends all sessions but the one this call came with.")
    @DeleteMapping("/sessions")
    Ended endOtherSessions(MemberAuthentication me) {
        OwnChanges.require(me);
        return new Ended(
                sessions.endAll(me.member().id(), me.way().id(), me.member().actor()));
    }

    record LoanView(UUID id, UUID giver, UUID receiver, String role, Instant endsAt) {

        static LoanView of(Loan loan) {
            return new LoanView(
                    loan.id(), loan.giver(), loan.receiver(), loan.role().id(), loan.endsAt());
        }
    }

    record Loans(List<LoanView> given, List<LoanView> received) {}

    @ApiCall("Lists roles lent by and to the caller.")
    @GetMapping("/loans")
    Loans loans(Member me) {
        return new Loans(
                lending.given(me.id()).stream().map(LoanView::of).toList(),
                lending.received(me.id()).stream().map(LoanView::of).toList());
    }

    record NewLoan(
            @Nullable UUID receiver,
            @Nullable String role,
            @Nullable String until) {}

    @ApiCall("Lends a role to a colleague until a day.")
    @PostMapping("/loans")
    @ResponseStatus(HttpStatus.CREATED)
    LoanView lend(MemberAuthentication me, @RequestBody NewLoan asked) {
        OwnChanges.require(me);
        if (asked.receiver() == null) {
            throw Asked.wrong("receiver");
        }
        return LoanView.of(lending.lend(
                me.member(), asked.receiver(), Asked.role(asked.role()), Asked.date("until", asked.until())));
    }

    @ApiCall("Takes a lent role back.")
    @DeleteMapping("/loans/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(MemberAuthentication me, @PathVariable UUID id) {
        OwnChanges.require(me);
        lending.end(id, me.member());
    }
}
