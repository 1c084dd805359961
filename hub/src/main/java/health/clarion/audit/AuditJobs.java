package health.clarion.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals what was recorded, and once a day writes the chain's head to a file that can be kept elsewhere. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    @Bean
    RecurringTask<Void> sealAudit(Audit audit) {
        return Tasks.recurring("audit-seal", FixedDelay.ofSeconds(20)).execute((task, context) -> audit.seal());
    }

    @Bean
    RecurringTask<Void> exportAuditHead(Audit audit, Clock clock, @Value("${clarion.data:./data}") Path data) {
        return Tasks.recurring("audit-anchor", Schedules.daily(ZoneOffset.UTC, LocalTime.of(0, 5)))
                .execute((task, context) -> export(audit.seal(), clock, data));
    }

    private static void export(Audit.Head head, Clock clock, Path data) {
        try {
            Path folder = Files.createDirectories(data.resolve("audit-anchors"));
            String day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
            Files.writeString(
                    folder.resolve(day + ".txt"),
                    head.lastEntry() + " " + head.hash() + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable); // the job is tried again and its failure is logged
        }
    }
}
