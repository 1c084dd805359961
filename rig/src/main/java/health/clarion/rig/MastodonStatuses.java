package health.clarion.rig;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Statuses, and the keys they were sent under. */
final class MastodonStatuses {

    static final int LONGEST = 500;
    static final int MOST_MEDIA = 4;
    static final int LINK = 23;
    private static final Duration KEYS_LAST = Duration.ofHours(1);
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>]+[^\\s<>.,;:!?)\\]}'\"]");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private final MastodonStandIn server;
    private final MastodonMedia media;
    private final NavigableMap<String, Status> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, Status> keys = new ConcurrentHashMap<>();

    /** A status; {@code uri} stays when the id changes. */
    record Status(
            String id,
            String uri,
            MastodonStandIn.Account account,
            String text,
            String warning,
            String language,
            String inReplyTo,
            List<MastodonMedia.Medium> media,
            Instant createdAt) {
        Status edited(String newId, String newText) {
            return new Status(newId, uri, account, newText, warning, language, inReplyTo, media, createdAt);
        }
    }

    MastodonStatuses(MastodonStandIn server, MastodonMedia media) {
        this.server = server;
        this.media = media;
    }

    Answer create(Request request, MastodonStandIn.Account account) throws Refusal {
        JsonNode json = request.json(
                "status",
                "media_ids",
                "poll",
                "in_reply_to_id",
                "sensitive",
                "spoiler_text",
                "visibility",
                "language",
                "scheduled_at",
                "quoted_status_id",
                "quote_approval_policy");
        String key = request.header("Idempotency-Key");
        if (key.isEmpty() || !server.habits().honoursKeys()) {
            return Answer.json(show(post(json, account, key)));
        }
        synchronized (lock(account.id() + " " + key)) {
            Status known = keys.get(account.id() + " " + key);
            boolean fresh =
                    known != null && known.createdAt.isAfter(Instant.now().minus(KEYS_LAST));
            Status status = known != null && fresh ? known : post(json, account, key);
            keys.put(account.id() + " " + key, status);
            return Answer.json(show(status));
        }
    }

    private final Object[] locks =
            java.util.stream.IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();

    private Object lock(String key) {
        return locks[Math.floorMod(key.hashCode(), locks.length)];
    }

    private Status post(JsonNode json, MastodonStandIn.Account account, String key) throws Refusal {
        String text = text(json, "status");
        String warning = text(json, "spoiler_text");
        String language = text(json, "language");
        List<MastodonMedia.Medium> pictures = pictures(json, account);
        require(!text.isBlank() || !pictures.isEmpty(), "Text can't be blank");
        require(length(text) + length(warning) <= LONGEST, "Text character limit of 500 exceeded");
        require(language.isEmpty() || language.matches("[a-z]{2,3}"), "Language is not valid");
        require(
                List.of("", "public", "unlisted", "private", "direct").contains(text(json, "visibility")),
                "Visibility is not included in the list");
        String parent = text(json, "in_reply_to_id");
        if (!parent.isEmpty() && !statuses.containsKey(parent) && !server.knowsFromElsewhere(parent)) {
            throw new Refusal(404, "", "The post you are trying to reply to does not appear to exist");
        }
        String id = server.nextId();
        Status status = new Status(
                id,
                server.url() + "/users/" + account.username() + "/statuses/" + id,
                account,
                text,
                warning,
                language,
                parent,
                pictures,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        statuses.put(id, status);
        server.record(StandIn.JSON
                .createObjectNode()
                .put("network", "mastodon")
                .put("account", account.username())
                .put("id", id)
                .put("key", key)
                .put("text", text)
                .put("inReplyTo", parent)
                .put("pictures", pictures.size()));
        return status;
    }

    private List<MastodonMedia.Medium> pictures(JsonNode json, MastodonStandIn.Account account) throws Refusal {
        List<MastodonMedia.Medium> pictures = new ArrayList<>();
        require(json.path("media_ids").isMissingNode() || json.path("media_ids").isArray(), "media_ids is a list");
        for (JsonNode id : json.path("media_ids")) {
            pictures.add(media.ready(id.asString(""), account));
        }
        require(pictures.size() <= MOST_MEDIA, "Cannot attach more than 4 files");
        return pictures;
    }

    private static String text(JsonNode json, String field) throws Refusal {
        JsonNode value = json.path(field);
        require(value.isMissingNode() || value.isNull() || value.isString(), field + " is text");
        return value.asString("");
    }

    private static int length(String text) {
        String counted = URL.matcher(text).replaceAll("x".repeat(LINK)).replaceAll("(@[\\w.-]+)@[\\w.-]+\\w", "$1");
        return (int) GRAPHEME.matcher(counted).results().count();
    }

    Answer look(Request request, MastodonStandIn.Account account) throws Refusal {
        List<String> pieces = request.pieces();
        Status status = find(pieces.get(3));
        if (pieces.size() == 4) {
            return Answer.json(show(status));
        }
        if (pieces.size() == 5
                && pieces.get(4).equals("source")
                && server.habits().tellsSource()) {
            require(status.account.equals(account), "not yours");
            return Answer.json(StandIn.JSON
                    .createObjectNode()
                    .put("id", status.id)
                    .put("text", status.text)
                    .put("spoiler_text", status.warning));
        }
        throw new Refusal(404, "", "Record not found");
    }

    Answer delete(Request request, MastodonStandIn.Account account) throws Refusal {
        Status status = find(request.pieces().getLast());
        if (!status.account.equals(account)) {
            throw new Refusal(404, "", "Record not found");
        }
        statuses.remove(status.id);
        server.recordDeleted(status.id);
        return Answer.json(show(status).put("text", status.text));
    }

    Answer of(Request request, MastodonStandIn.Account account) throws Refusal {
        Map<String, String> query = request.query(
                "limit",
                "max_id",
                "min_id",
                "since_id",
                "exclude_reblogs",
                "exclude_replies",
                "only_media",
                "pinned",
                "tagged");
        int limit = Math.min(40, Integer.parseInt(query.getOrDefault("limit", "20")));
        String before = query.getOrDefault("max_id", "~");
        ArrayNode list = StandIn.JSON.createArrayNode();
        statuses.headMap(before, false).descendingMap().values().stream()
                .filter(status -> status.account.equals(account))
                .limit(limit)
                .forEach(status -> list.add(show(status)));
        return Answer.json(list);
    }

    void edit(String id, String text) throws Refusal {
        Status old = find(id);
        String newId = server.habits().newIdOnEdit() ? server.nextId() : id;
        statuses.remove(id);
        statuses.put(newId, old.edited(newId, text));
    }

    void forgetKeys() {
        keys.clear();
    }

    private Status find(String id) throws Refusal {
        Status status = statuses.get(id);
        if (status == null) {
            throw new Refusal(404, "", "Record not found");
        }
        return status;
    }

    private ObjectNode show(Status status) {
        ObjectNode json = StandIn.JSON
                .createObjectNode()
                .put("id", status.id)
                .put("uri", status.uri)
                .put("url", server.url() + "/@" + status.account.username() + "/" + status.id)
                .put("created_at", status.createdAt.toString())
                .put("visibility", "public")
                .put("language", status.language.isEmpty() ? "en" : status.language)
                .put("spoiler_text", status.warning)
                .put("content", html(status.text))
                .put("replies_count", replies(status.id))
                .put("reblogs_count", 0)
                .put("favourites_count", 0);
        json.put("in_reply_to_id", status.inReplyTo.isEmpty() ? null : status.inReplyTo);
        json.set("account", server.show(status.account));
        ArrayNode attachments = json.putArray("media_attachments");
        status.media.forEach(medium -> attachments.add(medium.show(true)));
        return json;
    }

    private long replies(String id) {
        return statuses.tailMap(id, false).values().stream()
                .limit(100)
                .filter(status -> status.inReplyTo.equals(id))
                .count();
    }

    /** As Mastodon renders: paragraphs, line breaks, and links whose scheme is hidden by style. */
    static String html(String text) {
        StringBuilder html = new StringBuilder("<p>");
        Matcher url = URL.matcher(text);
        int at = 0;
        while (url.find()) {
            html.append(broken(text.substring(at, url.start())));
            String address = url.group();
            int scheme = address.indexOf("://") + 3;
            html.append("<a href=\"")
                    .append(MastodonOAuth.escaped(address))
                    .append("\" target=\"_blank\" rel=\"nofollow noopener\"><span class=\"invisible\">")
                    .append(address, 0, scheme)
                    .append("</span><span class=\"\">")
                    .append(MastodonOAuth.escaped(address.substring(scheme)))
                    .append("</span></a>");
            at = url.end();
        }
        return html.append(broken(text.substring(at))).append("</p>").toString();
    }

    private static String broken(String text) {
        return MastodonOAuth.escaped(text)
                .replaceAll("\n{2,}", "</p><p>")
                .replace("\n", "<br>")
                .replaceAll(
                        "(^|[\\s>])#(\\p{Alnum}+)",
                        "$1<a href=\"https://tags.example/$2\" class=\"mention hashtag\" rel=\"tag\">#<span>$2</span></a>");
    }

    private static void require(boolean good, String otherwise) throws Refusal {
        if (!good) {
            throw new Refusal(422, "", "Validation failed: " + otherwise);
        }
    }
}
