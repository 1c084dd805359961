package health.clarion.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Fetches what came back, each account on its own: one that fails or is slow never holds up another. */
@Component
class Fetching {

    private static final Logger log = LoggerFactory.getLogger(Fetching.class);

    /** At most so many accounts at a time; each makes one request at a time. */
    private static final int AT_ONCE = 20;

    /** For as long as this no other hub takes the same account up: longer than one look can last. */
    private static final Duration MEANWHILE = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Channels channels;
    private final Keeping keeping;
    private final InboxSettings settings;

    Fetching(Accounts accounts, Channels channels, Keeping keeping, InboxSettings settings) {
        this.accounts = accounts;
        this.channels = channels;
        this.keeping = keeping;
        this.settings = settings;
    }

    /** Looks at every account that is due; returns when all of them are done. */
    void lookAtDue() {
        keeping.know(accounts.connected().stream()
                .filter(account -> channels.on(account.network()).isPresent())
                .map(Account::id)
                .toList());
        List<UUID> due = keeping.due(MEANWHILE, AT_ONCE);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Runnable> looks = new ArrayList<>();
            due.forEach(account -> looks.add(() -> look(account)));
            looks.forEach(each::execute);
        }
    }

    private void look(UUID id) {
        try {
            Account account = accounts.find(id).orElse(null);
            Connection connection =
                    account == null ? null : accounts.connection(id).orElse(null);
            Channel channel =
                    account == null ? null : channels.on(account.network()).orElse(null);
            if (account == null || connection == null || channel == null) {
                keeping.failed(id, null, new Reason("inbox.trouble.not-connected", List.of()));
                return;
            }
            look(account, channel, connection);
        } catch (RuntimeException unexpected) {
            // What went wrong, never whose words: the message of an exception could quote them.
            log.warn(
                    "Fetching at account {} failed: {}",
                    id,
                    unexpected.getClass().getSimpleName());
            failedQuietly(id);
        }
    }

    private void failedQuietly(UUID id) {
        try {
            keeping.failed(id, null, new Reason("inbox.trouble.unexpected", List.of()));
        } catch (RuntimeException away) {
            log.warn("Could not note it: {}", away.getClass().getSimpleName());
        }
    }

    /**
     * Reads page after page until nothing more waits, or the look has lasted long enough; the rest comes with the next.
     * Returns how many items were new.
     */
    int look(Account account, Channel channel, Connection connection) {
        int fresh = 0;
        long end = System.nanoTime() + settings.lookLasts().toNanos();
        for (int page = 0; page < settings.pages() && System.nanoTime() < end; page++) {
            String cursor = keeping.cursor(account.id());
            switch (channel.incoming(cursor, connection)) {
                case IncomingPage.Page got -> {
                    fresh += keeping.keep(account, got);
                    if (!got.more()) {
                        return fresh + (cursor.isEmpty() ? 0 : newest(account, channel, connection));
                    }
                }
                case IncomingPage.Unavailable away -> {
                    keeping.failed(account.id(), away.notBefore(), away.reason());
                    return fresh;
                }
            }
        }
        return fresh;
    }

    // What a server delivers late, or what was edited since, does not come after the cursor: the newest are looked at
    // once more, each time.
    private int newest(Account account, Channel channel, Connection connection) {
        return channel.incoming("", connection) instanceof IncomingPage.Page page
                ? keeping.keepItems(account, page)
                : 0;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> lookForAnswers(Fetching fetching) {
            return Tasks.recurring("inbox-look", FixedDelay.ofSeconds(15))
                    .execute((task, context) -> fetching.lookAtDue());
        }
    }
}
