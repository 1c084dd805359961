package health.clarion.rig;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Notifications about what others wrote. */
final class MastodonMentions {

    private final MastodonStandIn server;
    private final NavigableMap<String, Note> notes = new ConcurrentSkipListMap<>();

    private record Note(String id, MastodonStandIn.Account to, ObjectNode json) {}

    MastodonMentions(MastodonStandIn server) {
        this.server = server;
    }

    String add(MastodonStandIn.Account to, String acct, String html, String inReplyTo) {
        return add(server.nextId(), to, acct, html, inReplyTo);
    }

    void edit(String id, String html) {
        Note note = Objects.requireNonNull(notes.get(id));
        ObjectNode json = note.json.deepCopy();
        ((ObjectNode) json.path("status")).put("content", html);
        notes.put(id, new Note(id, note.to, json));
    }

    String add(String id, MastodonStandIn.Account to, String acct, String html, String inReplyTo) {
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        ObjectNode json = StandIn.JSON
                .createObjectNode()
                .put("id", id)
                .put("type", "mention")
                .put("created_at", now);
        json.putObject("account")
                .put("id", "9" + id)
                .put("username", acct.split("@")[0])
                .put("acct", acct)
                .put("display_name", "");
        json.putObject("status")
                .put("id", server.nextId())
                .put("uri", "https://elsewhere.example/statuses/" + id)
                .put("url", "https://elsewhere.example/@" + acct + "/" + id)
                .put("created_at", now)
                .put("content", html)
                .put("spoiler_text", "")
                .put("visibility", "public")
                .put("in_reply_to_id", inReplyTo.isEmpty() ? null : inReplyTo)
                .put("in_reply_to_account_id", inReplyTo.isEmpty() ? null : to.id());
        notes.put(id, new Note(id, to, json));
        return id;
    }

    /** Whether a status from elsewhere that somebody was told of has this id here. */
    boolean has(String status) {
        return notes.values().stream()
                .anyMatch(
                        note -> note.json.path("status").path("id").asString("").equals(status));
    }

    /** With {@code min_id} the page just after it, without it the newest; the newest first either way. */
    Answer list(Request request, MastodonStandIn.Account account) throws Refusal {
        Map<String, String> query =
                request.query("types[]", "exclude_types[]", "account_id", "limit", "max_id", "min_id", "since_id");
        int limit = Math.min(80, Integer.parseInt(query.getOrDefault("limit", "40")));
        String after = query.getOrDefault("min_id", "");
        List<Note> own = notes.tailMap(after, false).headMap(query.getOrDefault("max_id", "~"), false).values().stream()
                .filter(note -> note.to.equals(account))
                .toList();
        List<Note> page = after.isEmpty()
                ? own.subList(Math.max(0, own.size() - limit), own.size())
                : own.subList(0, Math.min(limit, own.size()));
        ArrayNode list = StandIn.JSON.createArrayNode();
        page.reversed().forEach(note -> list.add(note.json));
        return Answer.json(list);
    }
}
