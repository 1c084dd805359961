package health.clarion.proof;

import health.clarion.accounts.Account;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two hubs share one database and send to three servers that fail in every way they can, while the hubs are killed and
 * frozen at random instants. Afterwards the servers' own logs say what was published twice, and what was lost.
 */
final class ProvePublishing {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String FAULTS = "500-but-published=0.06,500-not-published=0.02,timeout-but-published=0.04,"
            + "429=0.05,reset-before=0.05,slow=0.25";

    private final Options options;
    private final PrintStream out;
    private final SplittableRandom random;

    /** How much is sent and broken; the same seed breaks at the same chances. */
    record Options(int kills, int deliveries, long seed) {

        static Options of(List<String> words) {
            Numbers numbers = new Numbers(words, Set.of("kills", "deliveries", "seed"));
            return new Options(
                    (int) numbers.number("kills", 15),
                    (int) numbers.number("deliveries", 300),
                    numbers.number("seed", 1));
        }
    }

    /**
     * What was found on one server.
     *
     * @param waiting deliveries that wait for a person
     * @param known of those, how many had an outcome that could have been known
     */
    record Found(int deliveries, int parts, int sent, int duplicates, int lost, int waiting, int known) {

        boolean well(boolean protectedByKey) {
            return duplicates == 0 && lost == 0 && known == 0 && (!protectedByKey || waiting == 0);
        }
    }

    private ProvePublishing(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.random = new SplittableRandom(options.seed());
    }

    static boolean run(Options options, PrintStream out) throws IOException, InterruptedException {
        return new ProvePublishing(options, out).prove();
    }

    private boolean prove() throws IOException, InterruptedException {
        try (Town town = Town.build()) {
            Servers servers = servers(town);
            List<Sent> accounts = sendWhileThingsBreak(town, servers);
            awaitRest(town.sql());
            return judge(town.sql(), accounts);
        }
    }

    /** One server that enforces record keys, one that honours idempotency keys, one that ignores them. */
    private record Servers(Town.Network recordKey, Town.Network idempotencyKey, Town.Network keyIgnored) {}

    /** An account that was sent to, and the log that judges. */
    private record Sent(String protection, boolean key, UUID account, Path log) {}

    private Servers servers(Town town) throws IOException {
        List<String> faults = List.of(
                "--repertoire", FAULTS, "--seed", String.valueOf(options.seed()), "--hold", "4", "--slow", "400");
        List<String> careless = new ArrayList<>(faults);
        careless.addAll(List.of("--habits", "other"));
        return new Servers(
                town.network("bluesky", BlueskyStandIn.class, faults),
                town.network("mastodon", MastodonStandIn.class, faults),
                town.network("other", MastodonStandIn.class, careless));
    }

    private List<Sent> sendWhileThingsBreak(Town town, Servers servers) throws IOException, InterruptedException {
        try (ConfigurableApplicationContext desk = town.desk()) {
            Plans plans = new Plans(desk);
            Account bluesky = plans.bluesky(servers.recordKey());
            Account mastodon = plans.mastodon(servers.idempotencyKey());
            Account other = plans.mastodon(servers.keyIgnored());
            breakThings(town, plans, List.of(bluesky, mastodon, other));
            return List.of(
                    new Sent(
                            "record key",
                            true,
                            bluesky.id(),
                            servers.recordKey().log()),
                    new Sent(
                            "idempotency key",
                            true,
                            mastodon.id(),
                            servers.idempotencyKey().log()),
                    new Sent(
                            "key ignored",
                            false,
                            other.id(),
                            servers.keyIgnored().log()));
        }
    }

    // Each round has work of its own, due at once, so that a hub is killed or frozen while it is busy.
    private void breakThings(Town town, Plans plans, List<Account> accounts) throws IOException, InterruptedException {
        Child[] hubs = {hub(town, 0, 0), hub(town, 1, 0)};
        int posts = Math.max(1, options.deliveries() / accounts.size());
        int planned = 0;
        int frozen = 0;
        for (int kill = 0; kill < options.kills(); kill++) {
            int victim = ready(hubs);
            int until = posts * (kill + 1) / options.kills();
            for (; planned < until; planned++) {
                plans.plan(planned, planned % 4 == 0 ? 3 : 1, accounts, Instant.now());
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(700));
            if (random.nextInt(3) == 0) {
                frozen++;
                hubs[victim].freeze();
                TimeUnit.MILLISECONDS.sleep(LEASE.plus(DEADLINE).toMillis() + random.nextInt(2_500));
                hubs[victim].thaw();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
            }
            hubs[victim].kill();
            hubs[victim] = hub(town, victim, kill + 1);
        }
        out.printf(
                "Sent %d deliveries, threads among them; killed hubs %d times, froze them %d times past their lease.%n",
                planned * accounts.size(), options.kills(), frozen);
    }

    /** One of the hubs that work, by chance; waits until there is one. */
    private int ready(Child[] hubs) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            int which = random.nextInt(hubs.length);
            if (hubs[which].isReady()) {
                return which;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("no hub came up");
    }

    private static Child hub(Town town, int which, int life) throws IOException {
        return town.hub(
                "hub-" + which + "-" + life,
                Map.of(
                        "clarion.publishing.lease", LEASE.toMillis() + "ms",
                        "clarion.publishing.deadline", DEADLINE.toMillis() + "ms",
                        "clarion.publishing.poll", "100ms"));
    }

    private void awaitRest(JdbcClient sql) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        int left = left(sql);
        while (left > 0 && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(500);
            left = left(sql);
        }
        out.println(left == 0 ? "Everything came to rest." : left + " deliveries never came to rest.");
    }

    private static int left(JdbcClient sql) {
        return sql.sql("""
                select count(*) from publishing.delivery
                where state in ('SCHEDULED', 'SENDING', 'PARTLY_SENT', 'AMBIGUOUS')
                """).query(Integer.class).single();
    }

    private boolean judge(JdbcClient sql, List<Sent> accounts) {
        out.printf("%n%-16s %10s %6s %6s %6s %6s %8s%n", "", "deliveries", "parts", "sent", "twice", "lost", "waiting");
        boolean well = true;
        for (Sent account : accounts) {
            Found found = look(sql, account.account(), account.log());
            well &= found.well(account.key());
            out.printf(
                    "%-16s %10d %6d %6d %6d %6d %8d%s%n",
                    account.protection(),
                    found.deliveries(),
                    found.parts(),
                    found.sent(),
                    found.duplicates(),
                    found.lost(),
                    found.waiting(),
                    found.well(account.key()) ? "" : "   ← not well");
        }
        int cut = sql.sql("select count(*) from publishing.attempt where outcome = 'CUT_OFF'")
                .query(Integer.class)
                .single();
        int unknown = sql.sql("select count(*) from publishing.attempt where outcome = 'AMBIGUOUS'")
                .query(Integer.class)
                .single();
        out.printf("%nRequests cut off by a kill or a freeze: %d; answered unclearly: %d.%n", cut, unknown);
        out.println(well ? "Nothing was published twice, and nothing was lost." : "This is not well.");
        return well;
    }

    private Found look(JdbcClient sql, UUID account, Path log) {
        Map<String, Integer> created = Judgement.created(log);
        int duplicates = Judgement.duplicates(created).size();
        List<Delivered> deliveries = delivered(sql, account);
        int lost = 0;
        int sent = 0;
        int parts = 0;
        int waiting = 0;
        int known = 0;
        for (Delivered delivery : deliveries) {
            parts += delivery.parts();
            boolean complete = delivery.marks().stream().allMatch(created::containsKey);
            switch (delivery.state()) {
                case "SENT" -> {
                    sent++;
                    lost += complete ? 0 : 1;
                }
                case "AWAITING_PERSON" -> {
                    waiting++;
                    known += delivery.unknown() ? 0 : 1;
                }
                default -> lost++;
            }
        }
        return new Found(deliveries.size(), parts, sent, duplicates, lost, waiting, known);
    }

    /** @param unknown whether a request of it really ended without an answer that could be trusted */
    private record Delivered(String state, String title, int parts, boolean unknown) {

        List<String> marks() {
            String number = title.substring("Proof ".length());
            return java.util.stream.IntStream.range(0, parts)
                    .mapToObj(part -> "mark-" + number + "-" + part)
                    .toList();
        }
    }

    private static List<Delivered> delivered(JdbcClient sql, UUID account) {
        return sql.sql("""
                select d.state, p.title,
                    (select count(*) from publishing.part q where q.delivery = d.id) as parts,
                    exists (select from publishing.attempt a where a.delivery = d.id and a.kind = 'SEND'
                            and (a.outcome in ('AMBIGUOUS', 'CUT_OFF') or a.outcome is null)) as unknown
                from publishing.delivery d join posts.post p on p.id = d.post
                where d.account = :account
                """)
                .param("account", account)
                .query((row, n) -> new Delivered(
                        row.getString("state"), row.getString("title"), row.getInt("parts"), row.getBoolean("unknown")))
                .list();
    }
}
