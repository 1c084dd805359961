package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.people.Links.Purpose;
import health.clarion.people.RateLimits.Limit;
import health.clarion.ui.Problem;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgotten passwords: a link by mail, valid for an hour and once. What is answered never tells who has an account. */
@Component
public class Resets {

    private static final Logger log = LoggerFactory.getLogger(Resets.class);
    private static final Limit MAILS = new Limit(3, Duration.ofHours(1));
    private static final int MOST_WAITING = 200;

    private final People people;
    private final Passwords passwords;
    private final Links links;
    private final Sessions sessions;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Notices notices;
    private final Audit audit;
    private final TransactionTemplate transaction;

    // Aside, so that the answer takes as long for an address that nobody has. Bounded; what doesn't fit is dropped.
    private final ThreadPoolExecutor aside = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            (work, pool) -> log.warn("More than {} password resets wait: one was dropped", MOST_WAITING));

    Resets(
            People people,
            Passwords passwords,
            Links links,
            Sessions sessions,
            Tokens tokens,
            RateLimits limits,
            Notices notices,
            Audit audit,
            TransactionTemplate transaction) {
        this.people = people;
        this.passwords = passwords;
        this.links = links;
        this.sessions = sessions;
        this.tokens = tokens;
        this.limits = limits;
        this.notices = notices;
        this.audit = audit;
        this.transaction = transaction;
        aside.allowCoreThreadTimeOut(true);
    }

    /** Asks for a link; comes back at once and the same for every address. At most three mails an hour go to one. */
    public void ask(EmailAddress email) {
        if (limits.tryTake("reset " + email.value(), MAILS).isZero()) {
            aside.execute(() -> transaction.executeWithoutResult(status -> mail(email)));
        }
    }

    private void mail(EmailAddress email) {
        people.find(email).filter(Member::active).ifPresent(member -> {
            notices.reset(member, links.make(Purpose.RESET, member.id()));
            audit.record("people.reset-asked", "hub", member.actor(), Map.of());
        });
    }

    /** Whose password this link sets; empty when it was used or has ended. */
    public Optional<Member> owner(String secret) {
        return links.owner(Purpose.RESET, secret).flatMap(people::find).filter(Member::active);
    }

    /**
     * Sets the new password; every session ends, tokens too, since someone else may have had the old one.
     *
     * @throws Problem gone, when the link was used or has ended
     */
    @Transactional
    public void finish(String secret, String password) {
        Member member = owner(secret)
                .filter(known -> links.use(Purpose.RESET, secret))
                .orElseThrow(() -> Problem.gone("people.reset-gone"));
        passwords.set(member.id(), password);
        links.endAll(Purpose.INVITATION, member.id());
        sessions.endAll(member.id(), null, member.actor());
        tokens.revokeAll(member.id());
        audit.record("people.password-reset", member.actor(), member.actor(), Map.of());
        notices.passwordChanged(member);
    }

    @PreDestroy
    void stop() {
        aside.shutdown();
    }
}
