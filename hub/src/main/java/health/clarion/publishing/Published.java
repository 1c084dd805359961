package health.clarion.publishing;

import health.clarion.channels.Receipt;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that ever got out, to take away: also what was retracted since. */
@Component
public class Published {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final Deliveries deliveries;

    Published(JdbcClient jdbc, LedgerRows rows, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.deliveries = deliveries;
    }

    /** One delivery with where each part of it was found. */
    public record Entry(Delivery delivery, List<Receipt> receipts) {}

    /**
     * Gives every entry to {@code reader}, oldest first, reading a page at a time, so that any number fits.
     *
     * @param campaign only of this one, or null for all
     */
    public void each(@Nullable UUID campaign, Consumer<List<Entry>> reader) {
        Instant after = Instant.EPOCH;
        UUID last = new UUID(0, 0);
        List<Entry> page;
        do {
            page = page(campaign, after, last);
            if (!page.isEmpty()) {
                reader.accept(page);
                after = page.getLast().delivery().due();
                last = page.getLast().delivery().id();
            }
        } while (page.size() == PAGE);
    }

    private List<Entry> page(@Nullable UUID campaign, Instant after, UUID last) {
        List<Delivery> page = jdbc.sql("""
                select * from publishing.delivery d
                where (due_at, id) > (:after, :last) and (cast(:campaign as uuid) is null or campaign = :campaign)
                  and exists (select from publishing.part p where p.delivery = d.id and p.receipt is not null)
                order by due_at, id limit :page
                """)
                .param("after", Timestamp.from(after))
                .param("last", last)
                .param("campaign", campaign)
                .param("page", PAGE)
                .query((row, n) -> rows.delivery(row))
                .list();
        Map<UUID, List<DeliveryPart>> parts =
                deliveries.parts(page.stream().map(Delivery::id).toList());
        return page.stream()
                .map(delivery -> new Entry(delivery, receipts(parts.getOrDefault(delivery.id(), List.of()))))
                .toList();
    }

    private static List<Receipt> receipts(List<DeliveryPart> parts) {
        return parts.stream()
                .map(DeliveryPart::receipt)
                .filter(Objects::nonNull)
                .toList();
    }
}
