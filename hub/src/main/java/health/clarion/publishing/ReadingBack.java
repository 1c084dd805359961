package health.clarion.publishing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.accounts.Accounts;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Part;
import health.clarion.channels.ReadBack;
import health.clarion.channels.Reason;
import health.clarion.publishing.Delivery.ReadBackFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at what was sent as the public sees it, and says when it is not what was signed. */
@Component
class ReadingBack {

    private static final int BATCH = 20;
    private static final int MOST_LOOKS = 5;

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final Ledger ledger;
    private final Contents contents;
    private final Accounts accounts;
    private final Channels channels;

    ReadingBack(
            JdbcClient jdbc, LedgerRows rows, Ledger ledger, Contents contents, Accounts accounts, Channels channels) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ledger = ledger;
        this.contents = contents;
        this.accounts = accounts;
        this.channels = channels;
    }

    /** One part's answer; {@code found} is null when the network could not be asked. */
    private record Answer(
            @Nullable ReadBackFound found, @Nullable Reason reason) {}

    /** Reads back what is due, a batch at a time; returns how many were looked at. */
    int readDue() {
        List<Delivery> due = jdbc.sql("""
                update publishing.delivery set read_back_due = clock_timestamp() + interval '2 minutes',
                    looks = looks + 1
                where id in (select id from publishing.delivery
                    where read_back_due <= clock_timestamp() and state = 'SENT'
                    order by read_back_due limit :batch for update skip locked)
                returning *
                """)
                .param("batch", BATCH)
                .query((row, n) -> rows.delivery(row))
                .list();
        due.forEach(this::read);
        return due.size();
    }

    private void read(Delivery delivery) {
        Connection connection = accounts.connection(delivery.account()).orElse(null);
        Channel channel = channels.on(delivery.network()).orElse(null);
        if (connection == null || channel == null) {
            note(delivery.id(), new Answer(null, new Reason("publishing.read-back.account", List.of())));
            return;
        }
        List<Part> payload = contents.parts(delivery);
        Answer worst = new Answer(ReadBackFound.SAME, null);
        for (DeliveryPart part : ledger.parts(delivery.id())) {
            if (part.receipt() != null) {
                worst = worse(worst, look(channel, payload.get(part.number()), part, connection));
            }
        }
        note(delivery.id(), worst);
    }

    private static Answer look(Channel channel, Part payload, DeliveryPart part, Connection connection) {
        return switch (channel.readBack(payload, java.util.Objects.requireNonNull(part.receipt()), connection)) {
            case ReadBack.Found found when found.same() -> new Answer(ReadBackFound.SAME, null);
            case ReadBack.Found found ->
                new Answer(ReadBackFound.DIFFERENT, found.differences().getFirst());
            case ReadBack.Missing missing -> new Answer(ReadBackFound.MISSING, missing.reason());
            case ReadBack.Unreachable away -> new Answer(null, away.reason());
        };
    }

    private static Answer worse(Answer one, Answer other) {
        if (one.found() == null || other.found() == null) {
            return one.found() == null ? one : other;
        }
        return one.found().compareTo(other.found()) >= 0 ? one : other;
    }

    private void note(UUID delivery, Answer answer) {
        jdbc.sql("""
                update publishing.delivery set read_back = :found,
                    reason_key = :key, reason_arguments = cast(:arguments as jsonb),
                    read_back_due = case when cast(:found as text) is null and looks < :most then read_back_due end
                where id = :id and state = 'SENT'
                """)
                .param("id", delivery)
                .param("found", answer.found() == null ? null : answer.found().name())
                .param("key", answer.reason() == null ? null : answer.reason().key())
                .param(
                        "arguments",
                        answer.reason() == null
                                ? null
                                : rows.json(answer.reason().arguments()))
                .param("most", MOST_LOOKS)
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> readBack(ReadingBack readingBack) {
            return Tasks.recurring("publishing-read-back", FixedDelay.ofSeconds(3))
                    .execute((task, context) -> readingBack.readDue());
        }
    }
}
