package health.clarion.publishing;

import health.clarion.accounts.Account;
import health.clarion.channels.Channels;
import health.clarion.posts.Submission;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The parts of a delivery with their keys. The creation time is part of what is sent and of the key, so it is fixed
 * with the plan: the planned time, one thousandth later for each part of a thread so that they sort.
 */
@Component
class PartRows {

    private final JdbcClient jdbc;
    private final Channels channels;

    PartRows(JdbcClient jdbc, Channels channels) {
        this.jdbc = jdbc;
        this.channels = channels;
    }

    /** Writes the parts of a new delivery. */
    void insert(UUID delivery, Account account, Submission submission, Instant due) {
        int count = (int) submission.payloads().stream()
                .filter(payload -> payload.network() == account.network())
                .flatMap(payload -> payload.parts().stream())
                .count();
        for (int number = 0; number < count; number++) {
            Instant created = due.truncatedTo(ChronoUnit.MILLIS).plusMillis(number);
            jdbc.sql("""
                    insert into publishing.part (delivery, number, send_key, created_at, state)
                    values (:delivery, :number, :key, :created, 'WAITING')
                    """)
                    .param("delivery", delivery)
                    .param("number", number)
                    .param("key", key(delivery, number, account, created))
                    .param("created", Timestamp.from(created))
                    .update();
        }
    }

    /** Writes the parts anew for other words; only while no key was used. */
    void replace(Delivery delivery, Submission submission, Account account) {
        jdbc.sql("delete from publishing.part where delivery = :id and key_since is null")
                .param("id", delivery.id())
                .update();
        insert(delivery.id(), account, submission, delivery.due());
    }

    /** The plan moved: keys that were never used follow; a used one stays, whatever happens. */
    void moved(Delivery delivery, Account account, Instant due, Iterable<DeliveryPart> parts) {
        for (DeliveryPart part : parts) {
            if (part.keySince() == null) {
                Instant created = due.truncatedTo(ChronoUnit.MILLIS).plusMillis(part.number());
                jdbc.sql("""
                        update publishing.part set created_at = :created, send_key = :key
                        where delivery = :delivery and number = :number and key_since is null
                        """)
                        .param("created", Timestamp.from(created))
                        .param("key", key(delivery.id(), part.number(), account, created))
                        .param("delivery", delivery.id())
                        .param("number", part.number())
                        .update();
            }
        }
    }

    private String key(UUID delivery, int number, Account account, Instant created) {
        UUID part = UUID.nameUUIDFromBytes((delivery + "/" + number).getBytes(StandardCharsets.UTF_8));
        return channels.on(account.network())
                .map(channel -> channel.key(part, created))
                .orElse(part.toString()); // posted by hand: nothing is sent under it
    }
}
