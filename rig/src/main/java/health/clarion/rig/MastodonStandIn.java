package health.clarion.rig;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict simulator of Mastodon's documented API (docs.joinmastodon.org): application registration, OAuth with PKCE,
 * statuses with {@code Idempotency-Key}, media, notifications. With other {@link Habits} it behaves like the servers in
 * the wild that speak the same language with an accent.
 */
public final class MastodonStandIn extends StandIn {

    private final Map<String, Account> byToken = new ConcurrentHashMap<>();
    private final Map<String, Account> byId = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(110_000_000_000_000_000L);
    private final MastodonOAuth oauth;
    private final MastodonMedia media;
    private final MastodonStatuses statuses;
    private final MastodonMentions mentions;
    private volatile Habits habits = Habits.MASTODON;

    /** Somebody on the server, and a token that may do everything the adapter needs. */
    public record Account(
            String id, String username, String displayName, String clientId, String clientSecret, String accessToken) {}

    /**
     * What a server does its own way.
     *
     * @param honoursKeys a status sent again under a key of the last hour is the same status
     * @param saysMastodon its version and source name Mastodon
     * @param hasSecondInstance it has {@code /api/v2/instance}
     * @param tellsSource it has {@code /api/v1/statuses/:id/source}
     * @param newIdOnEdit an edited status gets a new id
     * @param mediaLooks how often it answers 206 about a picture before it is done; 0 when done at once
     */
    public record Habits(
            boolean honoursKeys,
            boolean saysMastodon,
            boolean hasSecondInstance,
            boolean tellsSource,
            boolean newIdOnEdit,
            int mediaLooks) {

        /** Mastodon as documented. */
        public static final Habits MASTODON = new Habits(true, true, true, true, false, 0);

        /** Ignores keys, has only the first instance address and tells no source; gives new ids on edit. */
        public static final Habits OTHER = new Habits(false, false, false, false, true, 0);

        /** The same, pictures taking a while. */
        public Habits withMediaLooks(int looks) {
            return new Habits(honoursKeys, saysMastodon, hasSecondInstance, tellsSource, newIdOnEdit, looks);
        }
    }

    private MastodonStandIn(int port, Path log) {
        super(port, log);
        this.oauth = new MastodonOAuth(this);
        this.media = new MastodonMedia(this);
        this.statuses = new MastodonStatuses(this, media);
        this.mentions = new MastodonMentions(this);
    }

    /** Starts one on a free port with a log of its own. */
    public static MastodonStandIn start() {
        return start(0, freshLog("mastodon"));
    }

    /** Starts one on this port (0 for a free one), adding to this log. */
    public static MastodonStandIn start(int port, Path log) {
        MastodonStandIn standIn = new MastodonStandIn(port, log);
        standIn.listen();
        return standIn;
    }

    /** From now on it has these habits. */
    public void take(Habits next) {
        habits = next;
    }

    Habits habits() {
        return habits;
    }

    /** Creates an account; its token is {@code token-USERNAME}. */
    public Account createAccount(String username, String displayName) {
        Account account = new Account(
                nextId(), username, displayName, "client-" + username, "secret-" + username, "token-" + username);
        byId.put(account.id(), account);
        byToken.put(account.accessToken(), account);
        return account;
    }

    /** Somebody elsewhere mentions an account, or answers a status of it ({@code inReplyTo}; {@code ""} for neither). */
    public String mention(Account account, String byAcct, String html, String inReplyTo) {
        return mentions.add(account, byAcct, html, inReplyTo);
    }

    /** As {@link #mention}, delivered late: it has an id from {@link #reserve} and stands before what came since. */
    public void mentionLate(String id, Account account, String byAcct, String html) {
        mentions.add(id, account, byAcct, html, "");
    }

    /** An id for what comes late. */
    public String reserve() {
        return nextId();
    }

    /** Whoever wrote a mention changes it. */
    public void editMention(String id, String html) {
        mentions.edit(id, html);
    }

    /** Somebody edits a status on the server's own pages. */
    public void edit(String id, String text) throws Exception {
        statuses.edit(id, text);
    }

    /** The server forgets every key, as an hour later. */
    public void forgetKeys() {
        statuses.forgetKeys();
    }

    /** Nobody may use this account's token any more. */
    public void revoke(Account account) {
        byToken.remove(account.accessToken());
    }

    String nextId() {
        return String.valueOf(ids.incrementAndGet());
    }

    boolean knowsFromElsewhere(String status) {
        return mentions.has(status);
    }

    void grant(String token, Account account) {
        byToken.put(token, account);
    }

    List<Account> accounts() {
        return List.copyOf(byId.values());
    }

    Account account(String id) throws Refusal {
        Account account = byId.get(id);
        if (account == null) {
            throw new Refusal(404, "", "Record not found");
        }
        return account;
    }

    Account authorised(Request request) throws Refusal {
        String header = request.header("Authorization");
        Account account = header.startsWith("Bearer ") ? byToken.get(header.substring(7)) : null;
        if (account == null) {
            throw new Refusal(401, "", "The access token is invalid");
        }
        return account;
    }

    @Override
    boolean publishes(Request request) {
        return request.method().equals("POST") && request.path().equals("/api/v1/statuses");
    }

    @Override
    Answer answer(Request request) throws Refusal {
        List<String> pieces = request.pieces();
        return switch (pieces.getFirst()) {
            case "oauth" -> oauth.answer(request);
            case "api" -> api(request, pieces);
            default -> throw new Refusal(404, "", "Record not found");
        };
    }

    private Answer api(Request request, List<String> pieces) throws Refusal {
        String route = request.method() + " " + String.join("/", pieces.subList(1, Math.min(3, pieces.size())));
        return switch (route) {
            case "POST v1/apps" -> oauth.register(request);
            case "GET v1/instance", "GET v2/instance" -> MastodonInstance.answer(request, habits);
            case "POST v2/media", "POST v1/media" -> media.upload(request, authorised(request));
            case "GET v1/media" -> media.look(request, authorised(request));
            case "GET v1/notifications" -> mentions.list(request, authorised(request));
            case "GET v1/accounts" ->
                pieces.getLast().equals("verify_credentials")
                        ? verify(authorised(request))
                        : statuses.of(request, account(pieces.get(3)));
            case "POST v1/statuses" -> statuses.create(request, authorised(request));
            case "GET v1/statuses" -> statuses.look(request, authorised(request));
            case "DELETE v1/statuses" -> statuses.delete(request, authorised(request));
            default -> throw new Refusal(404, "", "Record not found");
        };
    }

    private Answer verify(Account account) {
        ObjectNode json = show(account);
        json.putObject("source").put("privacy", "public").put("language", "en");
        return Answer.json(json);
    }

    ObjectNode show(Account account) {
        return JSON.createObjectNode()
                .put("id", account.id())
                .put("username", account.username())
                .put("acct", account.username())
                .put("display_name", account.displayName())
                .put("url", url() + "/@" + account.username());
    }

    @Override
    Answer refusal(Refusal refusal) {
        ObjectNode json = JSON.createObjectNode();
        json.put("error", refusal.error().startsWith("invalid_") ? refusal.error() : refusal.getMessage());
        if (refusal.error().startsWith("invalid_")) {
            json.put("error_description", refusal.getMessage());
        }
        return Answer.json(refusal.status(), json);
    }

    @Override
    Answer withLimits(Answer answer, boolean exceeded) {
        return answer.header("X-RateLimit-Limit", "300")
                .header("X-RateLimit-Remaining", exceeded ? "0" : "299")
                .header("X-RateLimit-Reset", Instant.now().plusSeconds(1).toString());
    }

    /** Runs one as a process of its own; see {@link StandInProcess}. */
    public static void main(String[] arguments) throws Exception {
        StandInProcess.run("mastodon", arguments);
    }
}
