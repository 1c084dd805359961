package health.clarion.proof;

import health.clarion.accounts.Account;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many deliveries that are all due at one moment go out a second, and how late each is. */
final class BenchPublish {

    // A hub runs for weeks: what the JVM still compiles in its first seconds is not what nine o’clock waits for.
    private static final int WARM_UP = 3_000;
    private static final Duration UNTIL_WARM = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How many deliveries are due at once. */
    record Options(int deliveries) {

        static Options of(List<String> words) {
            return new Options((int) new Numbers(words, Set.of("deliveries")).number("deliveries", 2_000));
        }
    }

    private BenchPublish() {}

    static boolean run(Options options, PrintStream out) throws IOException, InterruptedException {
        try (Town town = Town.build()) {
            Town.Network bluesky = town.network("bluesky", BlueskyStandIn.class, List.of());
            Town.Network mastodon = town.network("mastodon", MastodonStandIn.class, List.of());
            Instant due;
            try (ConfigurableApplicationContext desk = town.desk()) {
                Plans plans = new Plans(desk);
                List<Account> accounts = List.of(plans.bluesky(bluesky), plans.mastodon(mastodon));
                int posts = options.deliveries() / accounts.size();
                Instant warm = Instant.now().plusSeconds(20 + (posts + WARM_UP / accounts.size()) / 30);
                due = warm.plus(UNTIL_WARM);
                for (int number = 0; number < WARM_UP / accounts.size(); number++) {
                    plans.plan(number, 1, accounts, warm);
                }
                for (int number = 0; number < posts; number++) {
                    plans.plan(1_000_000 + number, 1, accounts, due);
                }
            }
            out.printf(
                    "Planned %d deliveries for one moment, %d before it to warm up.%n", options.deliveries(), WARM_UP);
            town.hubAsShipped("hub", Map.of("clarion.publishing.workers", "32"));
            return measure(town.sql(), due, options.deliveries(), out);
        }
    }

    private static boolean measure(JdbcClient sql, Instant due, int deliveries, PrintStream out)
            throws InterruptedException {
        Instant end = due.plus(PATIENCE);
        while (sent(sql, due) < deliveries && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        int sent = sent(sql, due);
        sql.sql("""
                select extract(epoch from max(finished_at) - min(due_at)) as whole,
                    extract(epoch from percentile_cont(0.5) within group (order by finished_at - due_at)) as p50,
                    extract(epoch from percentile_cont(0.99) within group (order by finished_at - due_at)) as p99
                from publishing.delivery where due_at >= :due and state = 'SENT'
                """).param("due", java.sql.Timestamp.from(due.minusSeconds(1))).query((java.sql.ResultSet row) -> {
            double whole = row.getDouble("whole");
            out.printf("sent            %d of %d in %.2f s%n", sent, deliveries, whole);
            out.printf("deliveries/s    %.0f%n", sent / whole);
            out.printf("lateness p50    %.2f s%n", row.getDouble("p50"));
            out.printf("lateness p99    %.2f s%n", row.getDouble("p99"));
        });
        return sent == deliveries;
    }

    private static int sent(JdbcClient sql, Instant due) {
        return sql.sql("select count(*) from publishing.delivery where due_at >= :due and state = 'SENT'")
                .param("due", java.sql.Timestamp.from(due.minusSeconds(1)))
                .query(Integer.class)
                .single();
    }
}
