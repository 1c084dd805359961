package health.clarion.rig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in as a process of its own, for proofs that kill and freeze everything else.
 *
 * <p>Options: {@code --port N} (0), {@code --log FILE}, {@code --seed N} (1), {@code --repertoire
 * "500-but-published=0.05,…"} (calm; {@code all=0.05} for every fault), {@code --hold SECONDS} (20),
 * {@code --slow MILLIS} (800), {@code --accounts N} (1), {@code --habits mastodon|other}. It prints one line of JSON with
 * its address and accounts, and ends when its standard input ends.
 */
final class StandInProcess {

    private static final Set<String> OPTIONS =
            Set.of("port", "log", "seed", "repertoire", "hold", "slow", "accounts", "habits");

    private StandInProcess() {}

    static void run(String network, String[] arguments) throws Exception {
        Map<String, String> options = options(arguments);
        int port = Integer.parseInt(options.getOrDefault("port", "0"));
        Path log = options.containsKey("log") ? Path.of(options.get("log")) : StandIn.freshLog(network);
        int accounts = Integer.parseInt(options.getOrDefault("accounts", "1"));
        ObjectNode line = StandIn.JSON.createObjectNode();
        try (StandIn standIn = network.equals("mastodon")
                ? mastodon(port, log, accounts, options, line)
                : bluesky(port, log, accounts, line)) {
            standIn.holdFor(Duration.ofSeconds(Long.parseLong(options.getOrDefault("hold", "20"))));
            standIn.slowDownBy(Duration.ofMillis(Long.parseLong(options.getOrDefault("slow", "800"))));
            standIn.play(Repertoire.parse(
                    options.getOrDefault("repertoire", "calm"), Long.parseLong(options.getOrDefault("seed", "1"))));
            line.put("url", standIn.url().toString())
                    .put("log", log.toAbsolutePath().toString());
            System.out.println(line);
            System.out.flush();
            while (System.in.read() >= 0) {
                // Until whoever started us goes away.
            }
        }
    }

    private static StandIn mastodon(int port, Path log, int accounts, Map<String, String> options, ObjectNode line) {
        MastodonStandIn standIn = MastodonStandIn.start(port, log);
        if (options.getOrDefault("habits", "mastodon").equals("other")) {
            standIn.take(MastodonStandIn.Habits.OTHER);
        }
        ArrayNode list = line.putArray("accounts");
        for (int i = 1; i <= accounts; i++) {
            MastodonStandIn.Account account = standIn.createAccount("clarion" + i, "Clarion " + i);
            list.addObject()
                    .put("id", account.id())
                    .put("username", account.username())
                    .put("clientId", account.clientId())
                    .put("clientSecret", account.clientSecret())
                    .put("accessToken", account.accessToken());
        }
        return standIn;
    }

    private static StandIn bluesky(int port, Path log, int accounts, ObjectNode line) {
        BlueskyStandIn standIn = BlueskyStandIn.start(port, log);
        ArrayNode list = line.putArray("accounts");
        for (int i = 1; i <= accounts; i++) {
            BlueskyStandIn.Account account = standIn.createAccount("clarion" + i);
            list.addObject()
                    .put("handle", account.handle())
                    .put("did", account.did())
                    .put("appPassword", account.appPassword());
        }
        return standIn;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!OPTIONS.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("expected --OPTION VALUE, of " + OPTIONS + ": " + arguments[i]);
            }
            options.put(name, arguments[i + 1]);
        }
        return options;
    }
}
