package health.clarion.inbox;

import health.clarion.accounts.Account;
import health.clarion.audit.Audit;
import health.clarion.channels.Incoming;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a look brought: each item once, and the cursor only together with the items. */
@Component
class Keeping {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private final JdbcClient jdbc;
    private final ItemRows rows;
    private final Triage triage;
    private final Alarms alarms;
    private final Audit audit;
    private final InboxSettings settings;
    private final Clock clock;

    Keeping(
            JdbcClient jdbc,
            ItemRows rows,
            Triage triage,
            Alarms alarms,
            Audit audit,
            InboxSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.triage = triage;
        this.alarms = alarms;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to read accounts that were not read before; others stay as they are. */
    void know(List<UUID> accounts) {
        for (UUID account : accounts) {
            jdbc.sql("""
                    insert into inbox.source (account, next_look_at) values (:account, :now) on conflict do nothing
                    """)
                    .param("account", account)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /**
     * Takes up accounts that are due, so that no other hub looks at them for a while. A hub that dies meanwhile loses
     * nothing: they become due again.
     */
    @Transactional
    List<UUID> due(Duration meanwhile, int most) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update inbox.source set next_look_at = :until where account in (
                    select account from inbox.source where next_look_at <= :now
                    order by next_look_at limit :most for update skip locked)
                returning account
                """)
                .param("until", Timestamp.from(now.plus(meanwhile)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    String cursor(UUID account) {
        Optional<String> kept = jdbc.sql("select cursor from inbox.source where account = :account")
                .param("account", account)
                .query(String.class)
                .optional();
        return kept.orElse("");
    }

    /** Keeps a page and moves the cursor, both or neither. Returns how many were new. */
    @Transactional
    int keep(Account account, IncomingPage.Page page) {
        int kept = keepItems(account, page);
        jdbc.sql("""
                update inbox.source set cursor = :cursor, failures = 0, looked_at = :now, next_look_at = :next,
                    trouble_key = null, trouble_arguments = null
                where account = :account
                """)
                .param("cursor", page.next())
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "next",
                        Timestamp.from(
                                page.more() ? clock.instant() : clock.instant().plus(settings.every())))
                .param("account", account.id())
                .update();
        return kept;
    }

    /** Keeps what is on a page, and leaves the cursor alone. Returns how many were new. */
    @Transactional
    int keepItems(Account account, IncomingPage.Page page) {
        Instant forgotten = clock.instant().minus(settings.retention());
        int kept = 0;
        for (Incoming incoming : page.items()) {
            boolean own = incoming.authorHandle().equalsIgnoreCase(account.handle());
            boolean old = incoming.at().isBefore(forgotten) && incoming.at().isAfter(Instant.EPOCH);
            if (!own && !old && keep(account, incoming)) {
                kept++;
            }
        }
        return kept;
    }

    private boolean keep(Account account, Incoming incoming) {
        String hash = hash(incoming.id());
        if (erased(account.id(), hash)) {
            return false;
        }
        String text = fit(incoming.text(), settings.longest());
        Triage.Look look = triage.look(text);
        UUID id = UUID.randomUUID();
        boolean fresh = insert(id, account, incoming, hash, text, look);
        if (fresh && look.crisis() >= Alarms.LEVEL) {
            alarm(id, look.crisis());
        }
        if (!fresh) {
            edited(account, hash, text, look);
        }
        return fresh;
    }

    private void alarm(UUID item, int crisis) {
        alarms.sound(item);
        audit.record("inbox.alarm", "hub", "inbox:" + item, Map.of("crisis", String.valueOf(crisis)));
    }

    /** An item that was edited; {@code danger} when it became urgent by that. */
    private record Edited(UUID id, boolean danger) {}

    // Somebody changed what they wrote. Danger that came with it is as urgent as if it had been there at first, also
    // when somebody had put the item away; danger that went is kept: it was written.
    private void edited(Account account, String hash, String text, Triage.Look look) {
        jdbc.sql("""
                with old as (select id, crisis from inbox.item
                    where account = :account and remote_hash = :hash and body <> :body for update)
                update inbox.item i set body = :body, crisis = greatest(i.crisis, :crisis),
                    personal = i.personal or :personal,
                    state = case when old.crisis < :level and :crisis >= :level then 'NEW' else state end,
                    by_member = case when old.crisis < :level and :crisis >= :level then null else by_member end
                from old where i.id = old.id
                returning i.id, old.crisis < :level and :crisis >= :level as danger
                """)
                .param("account", account.id())
                .param("hash", hash)
                .param("body", text)
                .param("crisis", look.crisis())
                .param("personal", look.personal())
                .param("level", Alarms.LEVEL)
                .query((row, n) -> new Edited(row.getObject("id", UUID.class), row.getBoolean("danger")))
                .optional()
                .filter(Edited::danger)
                .ifPresent(item -> alarm(item.id(), look.crisis()));
    }

    private boolean insert(UUID id, Account account, Incoming incoming, String hash, String text, Triage.Look look) {
        return jdbc.sql("""
                        insert into inbox.item (id, account, network, remote_hash, kind, author_handle, author_name,
                            body, uri, in_reply_to, itself, root, written_at, fetched_at, crisis, personal)
                        values (:id, :account, :network, :hash, :kind, :handle, :name, :body, :uri, :to,
                            cast(:itself as jsonb), cast(:root as jsonb), :written, :now, :crisis, :personal)
                        on conflict (account, remote_hash) do nothing
                        """)
                        .param("id", id)
                        .param("account", account.id())
                        .param("network", account.network().id())
                        .param("hash", hash)
                        .param("kind", incoming.kind().name())
                        .param("handle", fit(incoming.authorHandle(), 500))
                        .param("name", fit(incoming.authorName(), 500))
                        .param("body", text)
                        .param("uri", fit(incoming.uri(), 2_000))
                        .param("to", incoming.inReplyTo())
                        .param("itself", answerable(incoming) ? rows.json(incoming.receipt()) : null)
                        .param("root", answerable(incoming) ? rows.json(incoming.root()) : null)
                        .param("written", Timestamp.from(written(incoming.at())))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("crisis", look.crisis())
                        .param("personal", look.personal())
                        .update()
                == 1;
    }

    // On Bluesky an answer names its parent by content id besides; without one there can be none from here.
    private static boolean answerable(Incoming incoming) {
        boolean named =
                !incoming.receipt().id().isEmpty() && !incoming.root().id().isEmpty();
        return named
                && (!incoming.uri().startsWith("at://")
                        || !incoming.receipt().more().getOrDefault("cid", "").isEmpty());
    }

    // A server with a wrong clock must not put its items first for ever.
    private Instant written(Instant said) {
        Instant now = clock.instant();
        return said.isAfter(now) || said.isBefore(Instant.EPOCH.plusSeconds(1)) ? now : said;
    }

    private boolean erased(UUID account, String hash) {
        return jdbc.sql("""
                select exists (select from inbox.erased where account = :account and remote_hash = :hash)
                """)
                .param("account", account)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Notes that an account could not be read; the next look waits longer each time. */
    @Transactional
    void failed(UUID account, @Nullable Instant notBefore, Reason why) {
        Instant now = clock.instant();
        int failures = jdbc.sql("select failures from inbox.source where account = :account")
                .param("account", account)
                .query(Integer.class)
                .optional()
                .orElse(0);
        Duration wait = settings.every().multipliedBy(1L << Math.min(failures, 10));
        Instant next = now.plus(wait.compareTo(settings.backOff()) > 0 ? settings.backOff() : wait);
        jdbc.sql("""
                update inbox.source set failures = failures + 1, next_look_at = :next, trouble_key = :key,
                    trouble_arguments = cast(:arguments as jsonb)
                where account = :account
                """)
                .param("next", Timestamp.from(notBefore != null && notBefore.isAfter(next) ? notBefore : next))
                .param("key", why.key())
                .param("arguments", rows.json(why.arguments()))
                .param("account", account)
                .update();
    }

    private static String fit(String text, int longest) {
        String clean = UNFIT.matcher(text).replaceAll("");
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }

    static String hash(String remote) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(remote.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
