package health.clarion.demo;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demonstration before the hub opens and before anything could be sent. All of it is one transaction, so it is
 * there whole or not at all, and a second start finds it and adds nothing.
 */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class Demonstration implements SmartInitializingSingleton {

    private static final Duration SINCE = Duration.ofDays(120);

    private final Cast cast;
    private final World world;
    private final RealServer real;
    private final DemoTokens tokens;
    private final TravellingClock travelling;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean withWorld;

    Demonstration(
            Cast cast,
            World world,
            RealServer real,
            DemoTokens tokens,
            TravellingClock travelling,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${clarion.demo.world:true}") boolean withWorld) {
        this.cast = cast;
        this.world = world;
        this.real = real;
        this.tokens = tokens;
        this.travelling = travelling;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.withWorld = withWorld;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> load());
        real.connect();
        tokens.write();
    }

    private void load() {
        oneAtATime();
        if (cast.isHired()) {
            return;
        }
        travelling.at(clock.instant().minus(SINCE), () -> {
            cast.hire();
            return null;
        });
        if (withWorld) {
            world.build();
        } else {
            cast.hire(Cast.Part.BEATRIZ, null);
        }
    }

    // Two hubs may start a demonstration on one database at the same time.
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('demo'))")
                .query((row, number) -> 1)
                .single();
    }
}
