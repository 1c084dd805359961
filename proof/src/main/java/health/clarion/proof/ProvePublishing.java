package health.clarion.proof;

import health.clarion.accounts.Account;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    /** A request goes out under a lease and ends at its deadline; the rest is for a slow server on a busy machine. */
    private static final Duration EXPLAINED = LEASE.plus(DEADLINE).plusSeconds(5);

    /** Of so many posts one is asked back. */
    private static final int ONE_IN = 7;

    /**
     * One request may leave when a hub wakes, and one more for so many freezes: no client can look at the clock and write
     * in one step. A hub that does not look sends several at each.
     */
    private static final int FREEZES_FOR_ONE = 10;

    /** With so many deliveries every way to fail happens. */
    private static final int LONG_ENOUGH = 300;

    private static final String FAULTS = "500-but-published=0.06,500-not-published=0.02,timeout-but-published=0.04,"
            + "429=0.05,reset-before=0.05,slow=0.25";

    private final Options options;
    private final PrintStream out;
    private final SplittableRandom random;
    private final List<Judgement.Freeze> freezes = new ArrayList<>();

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
            boolean rested = awaitRest(town.sql());
            return judge(town.sql(), accounts) && rested;
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
        int retracted = 0;
        for (int kill = 0; kill < options.kills(); kill++) {
            int victim = ready(hubs);
            int until = posts * (kill + 1) / options.kills();
            for (; planned < until; planned++) {
                plans.plan(planned, planned % 4 == 0 ? 3 : 1, accounts, Instant.now());
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(700));
            if (retracted * ONE_IN < planned && plans.retract(planned - 1)) {
                retracted++; // while it is being sent
            }
            if (kill % 3 == 1) {
                freeze(hubs[victim]);
                victim = 1 - victim; // the one that wakes has all the time to do wrong
            }
            hubs[victim].kill();
            hubs[victim] = hub(town, victim, kill + 1);
        }
        out.printf(
                "Sent %d deliveries, threads among them, and asked %d of them back; killed hubs %d times, froze them %d "
                        + "times past their lease.%n",
                planned * accounts.size(), retracted * accounts.size(), options.kills(), freezes.size());
    }

    private void freeze(Child hub) throws IOException, InterruptedException {
        Instant from = Instant.now();
        hub.freeze();
        TimeUnit.MILLISECONDS.sleep(EXPLAINED.toMillis() + random.nextInt(2_000));
        Instant until = Instant.now();
        hub.thaw();
        freezes.add(new Judgement.Freeze(hub.pid(), from, until));
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

    private boolean awaitRest(JdbcClient sql) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        int left = left(sql);
        while (left > 0 && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(500);
            left = left(sql);
        }
        out.println(left == 0 ? "Everything came to rest." : left + " deliveries never came to rest.");
        return left == 0;
    }

    private static int left(JdbcClient sql) {
        return sql.sql("""
                select count(*) from publishing.delivery
                where state in ('SCHEDULED', 'SENDING', 'PARTLY_SENT', 'AMBIGUOUS', 'RETRACTING')
                """).query(Integer.class).single();
    }

    // ───── Judging ─────

    private boolean judge(JdbcClient sql, List<Sent> accounts) {
        out.printf(
                "%n%-16s %6s %6s %6s %6s %6s %6s %6s %7s %6s %6s%n",
                "parts", "sent", "down", "wait", "twice", "lost", "other", "late", "leaving", "risen", "asked");
        boolean well = true;
        int leaving = 0;
        for (Sent account : accounts) {
            List<Judgement.Part> parts = parts(sql, account.account());
            Judgement.Found found = Judgement.of(account.log()).judge(parts, EXPLAINED, freezes);
            boolean good = found.well(account.key(), waitingToBeSent(sql, account.account()))
                    && (options.deliveries() < LONG_ENOUGH || found.unplayed().isEmpty());
            well &= good;
            leaving += found.leaving().size();
            out.printf(
                    "%-16s %6d %6d %6d %6d %6d %6d %6d %7d %6d %6d%s%n",
                    account.protection(),
                    found.sent(),
                    found.retracted(),
                    found.waiting(),
                    found.twice().size(),
                    found.lost().size(),
                    found.other().size(),
                    found.late().size(),
                    found.leaving().size(),
                    found.risen().size(),
                    found.needless().size(),
                    good ? "" : "   ← not well: " + found);
        }
        int mostLeaving = 1 + freezes.size() / FREEZES_FOR_ONE;
        if (leaving > mostLeaving) {
            out.printf("%d requests left when a frozen hub woke; at most %d may.%n", leaving, mostLeaving);
            well = false;
        }
        int cut = count(sql, "CUT_OFF");
        int unknown = count(sql, "AMBIGUOUS");
        out.printf("%nRequests cut off by a kill or a freeze: %d; answered unclearly: %d.%n", cut, unknown);
        boolean broken = options.kills() == 0 || cut > 0;
        out.println(
                !broken
                        ? "No request was ever cut off, so nothing is shown."
                        : well ? "Nothing was published twice, and nothing was lost." : "This is not well.");
        return well && broken;
    }

    private static int count(JdbcClient sql, String outcome) {
        return sql.sql("select count(*) from publishing.attempt where outcome = :outcome and kind = 'SEND'")
                .param("outcome", outcome)
                .query(Integer.class)
                .single();
    }

    private static int waitingToBeSent(JdbcClient sql, UUID account) {
        return sql.sql("""
                select count(*) from publishing.delivery
                where account = :account and state = 'AWAITING_PERSON' and not retract_asked
                """).param("account", account).query(Integer.class).single();
    }

    private static List<Judgement.Part> parts(JdbcClient sql, UUID account) {
        return sql.sql("""
                select q.number, d.state, q.state as own, p.title,
                    exists (select from publishing.attempt a
                        where a.delivery = d.id and a.part = q.number and a.kind = 'SEND'
                          and (a.outcome in ('AMBIGUOUS', 'CUT_OFF') or a.outcome is null)) as unknown,
                    array(select a.started_at from publishing.attempt a
                        where a.delivery = d.id and a.part = q.number and a.kind = 'SEND' order by a.id) as requests,
                    array(select split_part(a.worker, '-', 2)::bigint from publishing.attempt a
                        where a.delivery = d.id and a.part = q.number and a.kind = 'SEND' order by a.id) as processes
                from publishing.part q join publishing.delivery d on d.id = q.delivery
                    join posts.post p on p.id = d.post
                where d.account = :account
                """)
                .param("account", account)
                .query(ProvePublishing::part)
                .list();
    }

    private static Judgement.Part part(ResultSet row, int index) throws SQLException {
        int post = Integer.parseInt(row.getString("title").substring("Proof ".length()));
        int number = row.getInt("number");
        Object[] began = (Object[]) row.getArray("requests").getArray();
        Object[] processes = (Object[]) row.getArray("processes").getArray();
        List<Judgement.Asked> requests = new ArrayList<>();
        for (int i = 0; i < began.length; i++) {
            requests.add(new Judgement.Asked((Long) processes[i], ((Timestamp) began[i]).toInstant()));
        }
        return new Judgement.Part(
                Plans.mark(post, number),
                Plans.text(post, number),
                number == 0 ? null : Plans.mark(post, number - 1),
                row.getString("state"),
                row.getString("own"),
                row.getBoolean("unknown"),
                requests);
    }
}
