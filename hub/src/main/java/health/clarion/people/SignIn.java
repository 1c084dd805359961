package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.people.RateLimits.Limit;
import health.clarion.people.Sessions.Begun;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way in with a password, and the code after it where the member has set one up. */
@Component
public class SignIn {

    // Ten guesses an address in a quarter of an hour; NIST SP 800-63B allows a hundred in all.
    static final Limit GUESSES = new Limit(10, Duration.ofMinutes(15));

    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final RateLimits limits;
    private final Audit audit;
    private final JdbcClient jdbc;

    SignIn(
            People people,
            Passwords passwords,
            Sessions sessions,
            SecondFactors factors,
            RateLimits limits,
            Audit audit,
            JdbcClient jdbc) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.limits = limits;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** How a try ended. */
    public sealed interface Result {

        /** Signed in. */
        record In(Begun begun, Member member) implements Result {}

        /** The password was right; the code comes next. */
        record CodeNext(Begun begun) implements Result {}

        /** Wrong address or password; which of them is not said. */
        record Refused() implements Result {}
    }

    /**
     * Tries an address and a password.
     *
     * @param device browser and system in a few words
     * @throws health.clarion.ui.Problem too much, when this address was tried too often
     */
    public Result withPassword(String email, String password, String device) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        String key = "sign-in " + address.map(EmailAddress::value).orElse("");
        limits.take(key, GUESSES);
        Optional<Member> member = address.flatMap(people::find).filter(Member::active);
        if (!passwords.matches(member.map(Member::id), password)) {
            member.ifPresent(known ->
                    audit.record("people.sign-in-refused", "hub", "member:" + known.id(), Map.of("way", "password")));
            return new Result.Refused();
        }
        limits.forget(key);
        return begin(member.orElseThrow(), device);
    }

    private Result begin(Member member, String device) {
        if (isDemo(member.id())) {
            return new Result.In(sessions.begin(member.id(), true, true, device), member);
        }
        if (member.secondFactor()) {
            return new Result.CodeNext(sessions.begin(member.id(), false, false, device));
        }
        return new Result.In(sessions.begin(member.id(), true, false, device), member);
    }

    /**
     * Finishes a sign-in with the code of the app, or with a recovery code; the half-way session ends.
     *
     * @return nothing when the code is wrong
     * @throws health.clarion.ui.Problem too much, after five tries in five minutes
     */
    @Transactional
    public Optional<Begun> withCode(Sessions.Session halfWay, String code, boolean recovery, String device) {
        UUID member = halfWay.member();
        boolean right = recovery ? factors.recoveryCodeIsRight(member, code) : factors.codeIsRight(member, code);
        return right ? Optional.of(complete(halfWay, device)) : Optional.empty();
    }

    private Begun complete(Sessions.Session halfWay, String device) {
        sessions.end(halfWay.id(), halfWay.member(), "member:" + halfWay.member());
        return sessions.begin(halfWay.member(), true, true, device);
    }

    /** Signs in somebody who showed a passkey that had verified them: two factors in one. */
    public Begun withPasskey(Member member, String device) {
        return sessions.begin(member.id(), true, true, device);
    }

    /** Whether this is an account of a demonstration, where nobody has a phone: its password stands for both factors. */
    public boolean isDemo(UUID member) {
        return jdbc.sql("select demo from people.member where id = :id")
                .param("id", member)
                .query(Boolean.class)
                .single();
    }
}
