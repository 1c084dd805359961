package health.clarion.rig;

import tools.jackson.databind.node.ObjectNode;

/** What a server says about itself. */
final class MastodonInstance {

    private MastodonInstance() {}

    static Answer answer(Request request, MastodonStandIn.Habits habits) throws Refusal {
        boolean second = request.pieces().get(1).equals("v2");
        if (second && !habits.hasSecondInstance()) {
            throw new Refusal(404, "", "Record not found");
        }
        ObjectNode instance = StandIn.JSON
                .createObjectNode()
                .put("title", "A server for tests")
                .put("version", habits.saysMastodon() ? "4.5.0" : "2.7.2 (compatible; Other 2.7.0)")
                .put("description", "Strict where the documentation is");
        if (second) {
            instance.put("domain", "localhost");
            instance.put(
                    "source_url",
                    habits.saysMastodon() ? "https://github.com/mastodon/mastodon" : "https://example.org/other");
        }
        ObjectNode configuration = instance.putObject("configuration");
        configuration
                .putObject("statuses")
                .put("max_characters", MastodonStatuses.LONGEST)
                .put("max_media_attachments", MastodonStatuses.MOST_MEDIA)
                .put("characters_reserved_per_url", MastodonStatuses.LINK);
        configuration
                .putObject("media_attachments")
                .put("description_limit", MastodonMedia.LONGEST_DESCRIPTION)
                .put("image_size_limit", 16_777_216)
                .put("image_matrix_limit", 33_177_600)
                .putArray("supported_mime_types")
                .add("image/jpeg")
                .add("image/png")
                .add("image/gif")
                .add("image/webp");
        return Answer.json(instance);
    }
}
