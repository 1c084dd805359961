package health.clarion.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps ended sessions and links away. */
@Configuration(proxyBeanMethods = false)
class PeopleJobs {

    @Bean
    RecurringTask<Void> sweepSessions(Sessions sessions) {
        return Tasks.recurring("people-sweep", FixedDelay.ofHours(1)).execute((task, context) -> sessions.sweep());
    }
}
