package health.clarion.publishing;

import health.clarion.accounts.Account;
import health.clarion.people.Member;
import health.clarion.posts.Submission;
import health.clarion.rig.StandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** For tests of publishing: plans, waits for what becomes of it, and changes rows behind the hub's back. */
@Component
@ConditionalOnProperty("clarion.test-owner-url")
class Watched {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Publishing publishing;
    private final Deliveries deliveries;
    private final JdbcClient owner;

    Watched(Publishing publishing, Deliveries deliveries, @Value("${clarion.test-owner-url}") String owner) {
        this.publishing = publishing;
        this.deliveries = deliveries;
        this.owner = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    /** The database as its owner sees it. */
    JdbcClient behindOurBack() {
        return owner;
    }

    Delivery plan(Submission submission, Account account, Member writer) {
        return plan(submission, account, Duration.ZERO, writer);
    }

    Delivery plan(Submission submission, Account account, Duration wait, Member writer) {
        return publishing
                .schedule(submission.id(), List.of(account.id()), in(wait), null, writer)
                .getFirst();
    }

    void makeDue(Delivery delivery) {
        owner.sql("update publishing.delivery set due_at = now(), next_look_at = now() where id = :id")
                .param("id", delivery.id())
                .update();
    }

    /** Its time passed long ago, while no hub was running. */
    void makeLate(Delivery delivery) {
        owner.sql("""
                update publishing.delivery set due_at = now() - interval '1 day', late_after = now() - interval '1 hour',
                    next_look_at = now()
                where id = :id
                """).param("id", delivery.id()).update();
    }

    static Wall now() {
        return in(Duration.ZERO);
    }

    static Wall in(Duration wait) {
        return new Wall(LocalDateTime.now(LONDON).plus(wait), LONDON);
    }

    /** How often a server really created what carries this mark. */
    static long times(StandIn server, String mark) {
        return server.created().stream()
                .filter(line -> line.toString().contains(mark))
                .count();
    }

    Delivery now(Delivery delivery) {
        return deliveries.find(delivery.id()).orElseThrow();
    }

    Delivery until(Delivery delivery, Delivery.State state) {
        return eventually(delivery, d -> d.state() == state);
    }

    /** Looks until the delivery is as described, for at most half a minute. */
    Delivery eventually(Delivery delivery, Predicate<Delivery> described) {
        Instant end = Instant.now().plusSeconds(30);
        Delivery last = delivery;
        while (Instant.now().isBefore(end)) {
            last = now(delivery);
            if (described.test(last)) {
                return last;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("stayed " + last.state() + " " + last.held() + " " + last.reason() + " "
                + last.readBack() + ": " + deliveries.attempts(delivery.id()));
    }
}
