package health.clarion.rig;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict simulator of a Bluesky server (lexicons {@code com.atproto.*} and {@code app.bsky.*}): sessions whose refresh
 * tokens work once, blobs, records under keys, notifications. The real server is {@link BlueskyServer}; this one can fail
 * on purpose, and takes thousands of accounts.
 */
public final class BlueskyStandIn extends StandIn {

    private final Map<String, Account> byHandle = new ConcurrentHashMap<>();
    private final Map<String, Account> accessTokens = new ConcurrentHashMap<>();
    private final Map<String, Account> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> notifications = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final BlueskyRepositories repositories;
    private volatile boolean views = true;

    /** Somebody on the server. */
    public record Account(String handle, String did, String appPassword) {}

    private BlueskyStandIn(int port, Path log) {
        super(port, log);
        this.repositories = new BlueskyRepositories(this);
    }

    /** Starts one on a free port with a log of its own. */
    public static BlueskyStandIn start() {
        return start(0, freshLog("bluesky"));
    }

    /** Starts one on this port (0 for a free one), adding to this log. */
    public static BlueskyStandIn start(int port, Path log) {
        BlueskyStandIn standIn = new BlueskyStandIn(port, log);
        standIn.listen();
        return standIn;
    }

    /** Creates an account; its handle is {@code NAME.test} and its app password {@code password-NAME}. */
    public Account createAccount(String name) {
        String did = "did:plc:"
                + Base32.of(name.getBytes(StandardCharsets.UTF_8))
                        .concat("a".repeat(24))
                        .substring(0, 24);
        Account account = new Account(name + ".test", did, "password-" + name);
        byHandle.put(account.handle(), account);
        return account;
    }

    /** Every access token ends now, as two hours later; refresh tokens go on. */
    public void expireAccess() {
        accessTokens.clear();
    }

    /** Every session ends now; only passwords go on. */
    public void expireSessions() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    /** The password is changed: no session and no sign-in works any more. */
    public void revoke(Account account) {
        byHandle.put(account.handle(), new Account(account.handle(), account.did(), "changed"));
        expireSessions();
    }

    /** Whether it has views (notifications, counts); without, it answers 502 as a server whose AppView is away. */
    public void serveViews(boolean serve) {
        views = serve;
    }

    /** Somebody elsewhere mentions an account, or replies ({@code parentUri}; {@code ""} for a mention). */
    public void notify(Account account, String byHandle, String text, String parentUri, Instant at) {
        String uri = "at://did:plc:elsewhere/app.bsky.feed.post/" + numbers.incrementAndGet();
        ObjectNode note = JSON.createObjectNode()
                .put("uri", uri)
                .put("cid", Base32.cid(0x71, uri.getBytes(StandardCharsets.UTF_8)))
                .put("reason", parentUri.isEmpty() ? "mention" : "reply")
                .put("indexedAt", at.toString())
                .put("isRead", false);
        note.putObject("author").put("did", "did:plc:elsewhere").put("handle", byHandle);
        ObjectNode record = note.putObject("record").put("text", text).put("createdAt", at.toString());
        if (!parentUri.isEmpty()) {
            String cid = Base32.cid(0x71, parentUri.getBytes(StandardCharsets.UTF_8));
            ObjectNode reply = record.putObject("reply");
            reply.putObject("root").put("uri", parentUri).put("cid", cid);
            reply.putObject("parent").put("uri", parentUri).put("cid", cid);
        }
        notifications
                .computeIfAbsent(account.did(), did -> new CopyOnWriteArrayList<>())
                .addFirst(note);
    }

    Account authorised(Request request) throws Refusal {
        String header = request.header("Authorization");
        Account account = header.startsWith("Bearer ") ? accessTokens.get(header.substring(7)) : null;
        if (account != null) {
            return account;
        }
        throw header.startsWith("Bearer access-")
                ? new Refusal(400, "ExpiredToken", "Token has expired")
                : new Refusal(401, "AuthMissing", "Authentication Required");
    }

    @Override
    boolean publishes(Request request) {
        return request.path().equals("/xrpc/com.atproto.repo.putRecord");
    }

    @Override
    Answer answer(Request request) throws Refusal {
        String route = request.method() + " " + request.path().replaceFirst("^/xrpc/", "");
        return switch (route) {
            case "POST com.atproto.server.createSession" -> signIn(request);
            case "POST com.atproto.server.refreshSession" -> refresh(request);
            case "GET com.atproto.identity.resolveHandle" -> resolve(request);
            case "POST com.atproto.repo.uploadBlob" -> repositories.upload(request, authorised(request));
            case "POST com.atproto.repo.putRecord" -> repositories.put(request, authorised(request));
            case "POST com.atproto.repo.deleteRecord" -> repositories.delete(request, authorised(request));
            case "GET com.atproto.repo.getRecord" -> repositories.get(request);
            case "GET com.atproto.repo.listRecords" -> repositories.list(request);
            case "GET app.bsky.notification.listNotifications" -> notifications(request, authorised(request));
            case "GET app.bsky.feed.getPosts" -> posts(request, authorised(request));
            default -> throw new Refusal(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    private Answer signIn(Request request) throws Refusal {
        JsonNode input = request.json("identifier", "password", "authFactorToken", "allowTakendown");
        Account account = byHandle.get(input.path("identifier").asString(""));
        if (account == null
                || !account.appPassword().equals(input.path("password").asString(""))) {
            throw new Refusal(401, "AuthenticationRequired", "Invalid identifier or password");
        }
        return session(account);
    }

    private Answer refresh(Request request) throws Refusal {
        if (request.body().length > 0) {
            throw new Refusal(400, "InvalidRequest", "A request body was provided when none was expected");
        }
        String header = request.header("Authorization");
        Account account = header.startsWith("Bearer ") ? refreshTokens.remove(header.substring(7)) : null;
        if (account == null) {
            throw new Refusal(400, "ExpiredToken", "Token has been revoked");
        }
        return session(account);
    }

    private Answer session(Account account) {
        long number = numbers.incrementAndGet();
        accessTokens.put("access-" + number, account);
        refreshTokens.put("refresh-" + number, account);
        return Answer.json(JSON.createObjectNode()
                .put("did", account.did())
                .put("handle", account.handle())
                .put("accessJwt", "access-" + number)
                .put("refreshJwt", "refresh-" + number)
                .put("active", true));
    }

    private Answer resolve(Request request) throws Refusal {
        Account account = byHandle.get(request.query("handle").getOrDefault("handle", ""));
        if (account == null) {
            throw new Refusal(400, "HandleNotFound", "Unable to resolve handle");
        }
        return Answer.json(JSON.createObjectNode().put("did", account.did()));
    }

    /** The newest first; the cursor is a number of items to pass over. */
    private Answer notifications(Request request, Account account) throws Refusal {
        Map<String, String> query = request.query("reasons", "limit", "priority", "cursor", "seenAt");
        requireViews();
        int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        List<ObjectNode> all = notifications.getOrDefault(account.did(), List.of());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("notifications");
        all.stream().skip(from).limit(limit).forEach(list::add);
        if (from + limit < all.size()) {
            answer.put("cursor", String.valueOf(from + limit));
        }
        return Answer.json(answer);
    }

    private Answer posts(Request request, Account account) throws Refusal {
        String uri = request.query("uris").getOrDefault("uris", "");
        requireViews();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode posts = answer.putArray("posts");
        if (repositories.has(uri)) {
            posts.addObject()
                    .put("uri", uri)
                    .put("likeCount", 3)
                    .put("repostCount", 2)
                    .put("replyCount", 1)
                    .put("quoteCount", 0);
        }
        return Answer.json(answer);
    }

    private void requireViews() throws Refusal {
        if (!views) {
            throw new Refusal(502, "UpstreamFailure", "Upstream service unreachable");
        }
    }

    @Override
    Answer refusal(Refusal refusal) {
        return Answer.json(
                refusal.status(),
                JSON.createObjectNode().put("error", refusal.error()).put("message", refusal.getMessage()));
    }

    @Override
    Answer withLimits(Answer answer, boolean exceeded) {
        return answer.header("RateLimit-Limit", "5000")
                .header("RateLimit-Remaining", exceeded ? "0" : "4999")
                .header(
                        "RateLimit-Reset",
                        String.valueOf(Instant.now().plusSeconds(1).getEpochSecond()));
    }

    /** Runs one as a process of its own; see {@link StandInProcess}. */
    public static void main(String[] arguments) throws Exception {
        StandInProcess.run("bluesky", arguments);
    }
}
