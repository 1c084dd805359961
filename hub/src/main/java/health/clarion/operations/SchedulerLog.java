package health.clarion.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.annotation.Configuration;

/**
 * What the scheduler of jobs writes into the log while the database is away: it looks for work every second, and every
 * failure would be a stack trace. That the database is away is said in one line, the same one again after ten seconds at
 * the earliest. Whatever else fails is logged whole.
 */
final class SchedulerLog extends TurboFilter {

    private static final String SCHEDULER = "com.github.kagkarlsson.scheduler";
    private static final Duration SAID_AGAIN = Duration.ofSeconds(10);
    private static final int DEEPEST = 10;

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(SchedulerLog.class);

    private String said = "";
    private long saidAt;

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failed) {
        if (failed == null || !logger.getName().startsWith(SCHEDULER)) {
            return FilterReply.NEUTRAL;
        }
        Optional<SQLException> away = away(failed);
        away.ifPresent(this::say);
        return away.isPresent() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static Optional<SQLException> away(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(cause -> cause instanceof SQLException sql && isAway(sql))
                .map(SQLException.class::cast)
                .findFirst();
    }

    // Classes 08, no connection, and 57P, the server is being stopped or started: PostgreSQL's appendix A.
    private static boolean isAway(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return failed instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P");
    }

    private synchronized void say(SQLException away) {
        String words = String.valueOf(away.getMessage()).lines().findFirst().orElse("");
        long now = System.nanoTime();
        if (!words.equals(said) || now - saidAt > SAID_AGAIN.toNanos()) {
            said = words;
            saidAt = now;
            log.warn("The database is away, and jobs wait for it: {}", words);
        }
    }

    /** Puts the filter in place, once for the whole program. */
    @Configuration(proxyBeanMethods = false)
    static class Install {

        Install() {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging
                    && logging.getTurboFilterList().stream().noneMatch(SchedulerLog.class::isInstance)) {
                logging.addTurboFilter(new SchedulerLog());
            }
        }
    }
}
