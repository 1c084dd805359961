package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads in the log about jobs that can't be done. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class SchedulerLogTest {

    private final Logger scheduler = LoggerFactory.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");

    @Test
    void aDatabaseThatIsAwayIsOneLineHoweverOftenTheSchedulerAsks(CapturedOutput log) {
        for (int n = 0; n < 5; n++) {
            scheduler.error(
                    "Unhandled exception",
                    new IllegalStateException(new SQLException("Connection to 10.0.0.5:5432 refused.", "08001")));
        }

        assertThat(log.getAll().lines().filter(line -> line.contains("10.0.0.5")))
                .singleElement()
                .asString()
                .contains("The database is away");
    }

    @Test
    void whateverElseFailsIsLoggedWhole(CapturedOutput log) {
        scheduler.error("Unhandled exception", new IllegalStateException(new SQLException("no such column", "42703")));

        assertThat(log.getAll()).contains("Unhandled exception", "no such column", "\tat health.clarion");
    }
}
