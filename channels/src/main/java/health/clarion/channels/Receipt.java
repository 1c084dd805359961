package health.clarion.channels;

import java.util.Map;

/**
 * Where a published part is found.
 *
 * @param id the network's id: a record key on Bluesky, a status id on Mastodon
 * @param uri the network's own name for it
 * @param url where a person sees it
 * @param more what the network needs besides, such as {@code cid} on Bluesky
 */
public record Receipt(String id, String uri, String url, Map<String, String> more) {

    public Receipt {
        more = Map.copyOf(more);
    }
}
