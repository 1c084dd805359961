package health.clarion.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
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
    RecurringTask<Void> exportAuditHead(Audit audit, Anchors anchors, Clock clock) {
        return Tasks.recurring("audit-anchor", Schedules.daily(ZoneOffset.UTC, LocalTime.of(0, 5)))
                .execute((task, context) ->
                        anchors.write(audit.seal(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}
