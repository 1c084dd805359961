package health.clarion.posts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, now and then, who closed a composer without saying so. */
@Configuration(proxyBeanMethods = false)
class PostJobs {

    @Bean
    RecurringTask<Void> forgetPresence(Presence presence) {
        return Tasks.recurring("posts-presence", FixedDelay.ofMinutes(30))
                .execute((task, context) -> presence.forget());
    }
}
