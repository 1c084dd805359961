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
import health.clarion.channels.Receipt;
import health.clarion.publishing.Delivery.ReadBackFound;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at what was sent as the public sees it, and says when it is not what was signed. */
@Component
class ReadingBack {

    private static final Logger log = LoggerFactory.getLogger(ReadingBack.class);
    private static final int BATCH = 20;
    private static final int MOST_LOOKS = 5;

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final Ledger ledger;
    private final Contents contents;
    private final Accounts accounts;
    private final Channels channels;
    private final Announcer announcer;
    private final TransactionTemplate transaction;

    ReadingBack(
            JdbcClient jdbc,
            LedgerRows rows,
            Ledger ledger,
            Contents contents,
            Accounts accounts,
            Channels channels,
            Announcer announcer,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ledger = ledger;
        this.contents = contents;
        this.accounts = accounts;
        this.channels = channels;
        this.announcer = announcer;
        this.transaction = transaction;
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
        due.forEach(this::readSafely);
        return due.size();
    }

    // One that can't be read must not keep the others from being read.
    private void readSafely(Delivery delivery) {
        try {
            read(delivery);
        } catch (RuntimeException unexpected) {
            log.error("delivery {} could not be read back", delivery.id(), unexpected);
            note(delivery, new Answer(null, new Reason("publishing.unexpected", List.of())));
        }
    }

    private void read(Delivery delivery) {
        Connection connection = accounts.connection(delivery.account()).orElse(null);
        Channel channel = channels.on(delivery.network()).orElse(null);
        if (connection == null || channel == null) {
            note(delivery, new Answer(null, new Reason("publishing.read-back.account", List.of())));
            return;
        }
        List<Part> payload = contents.parts(delivery);
        Answer worst = new Answer(ReadBackFound.SAME, null);
        for (DeliveryPart part : ledger.parts(delivery.id())) {
            if (part.receipt() != null) {
                worst = worse(worst, look(channel, payload.get(part.number()), delivery, part, connection));
            }
        }
        note(delivery, worst);
    }

    private Answer look(Channel channel, Part payload, Delivery delivery, DeliveryPart part, Connection connection) {
        Receipt known = Objects.requireNonNull(part.receipt());
        return switch (channel.readBack(payload, known, connection)) {
            case ReadBack.Found found -> {
                if (!found.receipt().id().equals(known.id())) {
                    ledger.partMoved(delivery.id(), part.number(), found.receipt());
                }
                yield found.same()
                        ? new Answer(ReadBackFound.SAME, null)
                        : new Answer(
                                ReadBackFound.DIFFERENT, found.differences().getFirst());
            }
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

    private void note(Delivery delivery, Answer answer) {
        transaction.executeWithoutResult(status -> {
            boolean noted = noteRow(delivery.id(), answer);
            if (noted && answer.found() != null && answer.found() != ReadBackFound.SAME) {
                announcer.differs(delivery);
            }
        });
    }

    private boolean noteRow(UUID delivery, Answer answer) {
        return jdbc.sql("""
                        update publishing.delivery set read_back = :found,
                            reason_key = :key, reason_arguments = cast(:arguments as jsonb),
                            read_back_due = case when cast(:found as text) is null and looks < :most
                                then read_back_due end
                        where id = :id and state = 'SENT'
                        """)
                        .param("id", delivery)
                        .param(
                                "found",
                                answer.found() == null ? null : answer.found().name())
                        .param(
                                "key",
                                answer.reason() == null ? null : answer.reason().key())
                        .param(
                                "arguments",
                                answer.reason() == null
                                        ? null
                                        : rows.json(answer.reason().arguments()))
                        .param("most", MOST_LOOKS)
                        .update()
                == 1;
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
