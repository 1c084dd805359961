package health.clarion;

import health.clarion.rig.BlueskyServer;
import health.clarion.rig.MastodonStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A post as a network gives it to everybody, read over the network's own interface and not through our adapters.
 *
 * @param facets what can be pressed: its first byte and the byte after its last in UTF-8, and where it leads
 * @param descriptions alt texts, in order
 * @param card title, words and address of the link's card; {@code ""} without one
 */
record Seen(String text, String language, List<String> facets, List<String> descriptions, String card) {

    /** Every post of the account, newest first. */
    static List<Seen> on(BlueskyServer server, BlueskyServer.Account account) {
        return server.posts(account).stream()
                .map(post -> record(post.path("value")))
                .toList();
    }

    private static Seen record(JsonNode record) {
        JsonNode card = record.path("embed").path("external");
        return new Seen(
                record.path("text").asString(),
                String.join(" ", strings(record.path("langs"))),
                record.path("facets").valueStream().map(Seen::facet).toList(),
                record.path("embed")
                        .path("images")
                        .valueStream()
                        .map(image -> image.path("alt").asString())
                        .toList(),
                card.isMissingNode()
                        ? ""
                        : card(
                                card.path("title").asString(),
                                card.path("description").asString(),
                                card.path("uri").asString()));
    }

    private static String facet(JsonNode facet) {
        JsonNode feature = facet.path("features").path(0);
        String leads = feature.path("uri").asString("")
                + feature.path("did").asString("")
                + feature.path("tag").asString("");
        return facet(
                facet.path("index").path("byteStart").asInt(),
                facet.path("index").path("byteEnd").asInt(),
                leads);
    }

    private static String facet(int start, int end, String leads) {
        return start + " to " + end + ": " + leads;
    }

    /** The facet that these words of a text should have. */
    static String facet(String text, String words, String leads) {
        int start = text.substring(0, text.indexOf(words)).getBytes(StandardCharsets.UTF_8).length;
        return facet(start, start + words.getBytes(StandardCharsets.UTF_8).length, leads);
    }

    static String card(String title, String words, String address) {
        return title + " | " + words + " | " + address;
    }

    /** Every status of the account, newest first. Mastodon finds what can be pressed by itself. */
    static List<Seen> on(MastodonStandIn server, MastodonStandIn.Account account) {
        JsonNode statuses = ask(server, account, "accounts/" + account.id() + "/statuses");
        return statuses.valueStream()
                .map(status -> new Seen(
                        ask(server, account, "statuses/" + status.path("id").asString() + "/source")
                                .path("text")
                                .asString(),
                        status.path("language").asString(),
                        List.of(),
                        status.path("media_attachments")
                                .valueStream()
                                .map(medium -> medium.path("description").asString())
                                .toList(),
                        ""))
                .toList();
    }

    private static JsonNode ask(MastodonStandIn server, MastodonStandIn.Account account, String what) {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/api/v1/" + what))
                .header("Authorization", "Bearer " + account.accessToken())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
