package health.clarion.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.channels.Channels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks every account's server once an hour what it accepts, so that no page has to wait for it. */
@Configuration(proxyBeanMethods = false)
class AccountJobs {

    @Bean
    RecurringTask<Void> askServersForLimits(
            Accounts accounts, Limits limits, Channels channels, MastodonSignIns signIns) {
        return Tasks.recurring("accounts-limits", FixedDelay.ofHours(1)).execute((task, context) -> {
            signIns.sweep();
            for (Account account : accounts.connected()) {
                channels.on(account.network()).ifPresent(channel -> accounts.connection(account.id())
                        .ifPresent(connection -> limits.ask(account.id(), channel, connection)));
            }
        });
    }
}
