package health.clarion.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands waiting mail to the SMTP server every few seconds. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

    @Bean
    RecurringTask<Void> deliverMail(Mail mail) {
        return Tasks.recurring("mail-deliver", FixedDelay.ofSeconds(5)).execute((task, context) -> mail.deliver());
    }
}
