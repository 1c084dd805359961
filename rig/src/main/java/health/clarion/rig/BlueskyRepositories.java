package health.clarion.rig;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records under their keys, and blobs. Writing the same record twice under one key changes nothing. */
final class BlueskyRepositories {

    private static final String POST = "app.bsky.feed.post";
    private static final int LARGEST_PICTURE = 2_000_000;

    private final BlueskyStandIn server;
    private final NavigableMap<String, Stored> records = new ConcurrentSkipListMap<>();
    private final Map<String, JsonNode> blobs = new ConcurrentHashMap<>();

    private record Stored(String uri, String cid, JsonNode value) {
        ObjectNode show() {
            ObjectNode json = StandIn.JSON.createObjectNode().put("uri", uri).put("cid", cid);
            json.set("value", value);
            return json;
        }
    }

    BlueskyRepositories(BlueskyStandIn server) {
        this.server = server;
    }

    Answer upload(Request request, BlueskyStandIn.Account account) throws Refusal {
        String type = request.header("Content-Type");
        if (!type.matches("[a-z]+/[a-z0-9.+-]+") || request.body().length == 0) {
            throw new Refusal(400, "InvalidRequest", "Request encoding (Content-Type) required but not provided");
        }
        if (request.body().length > LARGEST_PICTURE) {
            throw new Refusal(413, "PayloadTooLarge", "request entity too large");
        }
        String cid = Base32.cid(0x55, request.body());
        ObjectNode blob = StandIn.JSON
                .createObjectNode()
                .put("$type", "blob")
                .put("mimeType", type)
                .put("size", request.body().length);
        blob.putObject("ref").put("$link", cid);
        blobs.put(account.did() + " " + cid, blob);
        ObjectNode answer = StandIn.JSON.createObjectNode();
        answer.set("blob", blob);
        return Answer.json(answer);
    }

    Answer put(Request request, BlueskyStandIn.Account account) throws Refusal {
        JsonNode input = request.json("repo", "collection", "rkey", "validate", "record", "swapRecord", "swapCommit");
        JsonNode record = input.path("record");
        String key = input.path("rkey").asString("");
        requireOwn(input, account);
        new BlueskyPostCheck(record, blob -> blobs.containsKey(account.did() + " " + blob)).check(key);
        String uri = "at://" + account.did() + "/" + POST + "/" + key;
        Stored wanted = new Stored(uri, Base32.cid(0x71, record.toString().getBytes(StandardCharsets.UTF_8)), record);
        boolean createOnly = input.has("swapRecord") && input.path("swapRecord").isNull();
        boolean[] changed = {false};
        Stored there = records.compute(uri, (u, known) -> {
            boolean keep = known != null && (known.cid.equals(wanted.cid) || createOnly);
            changed[0] = !keep;
            return keep ? known : wanted;
        });
        if (!there.cid.equals(wanted.cid)) {
            throw new Refusal(400, "InvalidSwap", "Record was at " + there.cid);
        }
        if (changed[0]) {
            log(account, key, uri, record);
        }
        ObjectNode answer = StandIn.JSON.createObjectNode().put("uri", uri).put("cid", wanted.cid);
        if (changed[0]) {
            answer.putObject("commit").put("cid", wanted.cid).put("rev", key);
        }
        return Answer.json(answer.put("validationStatus", "valid"));
    }

    private void log(BlueskyStandIn.Account account, String key, String uri, JsonNode record) {
        server.record(StandIn.JSON
                .createObjectNode()
                .put("network", "bluesky")
                .put("account", account.handle())
                .put("id", uri)
                .put("key", key)
                .put("text", record.path("text").asString(""))
                .put(
                        "inReplyTo",
                        record.path("reply").path("parent").path("uri").asString(""))
                .put("pictures", record.path("embed").path("images").size()));
    }

    Answer delete(Request request, BlueskyStandIn.Account account) throws Refusal {
        JsonNode input = request.json("repo", "collection", "rkey", "swapRecord", "swapCommit");
        requireOwn(input, account);
        Stored gone = records.remove(
                "at://" + account.did() + "/" + POST + "/" + input.path("rkey").asString(""));
        ObjectNode answer = StandIn.JSON.createObjectNode();
        if (gone != null) {
            server.recordDeleted(gone.uri());
            answer.putObject("commit").put("cid", gone.cid).put("rev", "3");
        }
        return Answer.json(answer);
    }

    Answer get(Request request) throws Refusal {
        Map<String, String> query = request.query("repo", "collection", "rkey", "cid");
        String uri = "at://" + query.get("repo") + "/" + query.get("collection") + "/" + query.get("rkey");
        Stored stored = records.get(uri);
        if (stored == null) {
            throw new Refusal(400, "RecordNotFound", "Could not locate record: " + uri);
        }
        return Answer.json(stored.show());
    }

    Answer list(Request request) throws Refusal {
        Map<String, String> query = request.query("repo", "collection", "limit", "cursor", "reverse");
        String prefix = "at://" + query.get("repo") + "/" + query.get("collection") + "/";
        int limit = Math.min(100, Integer.parseInt(query.getOrDefault("limit", "50")));
        ObjectNode answer = StandIn.JSON.createObjectNode();
        ArrayNode list = answer.putArray("records");
        String end = prefix + query.getOrDefault("cursor", "~");
        List<Stored> page = records.subMap(prefix, true, end, false).descendingMap().values().stream()
                .limit(limit)
                .toList();
        page.forEach(stored -> list.add(stored.show()));
        if (page.size() == limit) {
            answer.put("cursor", page.getLast().uri.substring(prefix.length()));
        }
        return Answer.json(answer);
    }

    boolean has(String uri) {
        return records.containsKey(uri);
    }

    private static void requireOwn(JsonNode input, BlueskyStandIn.Account account) throws Refusal {
        String repo = input.path("repo").asString("");
        if (!repo.equals(account.did()) && !repo.equals(account.handle())) {
            throw new Refusal(401, "AuthRequired", "not your repository");
        }
        if (!input.path("collection").asString("").equals(POST)) {
            throw new Refusal(400, "InvalidRequest", "this stand-in holds posts only");
        }
    }
}
