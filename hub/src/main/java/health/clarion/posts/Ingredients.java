package health.clarion.posts;

import health.clarion.networks.Network;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What rendering takes from outside the words, kept with the submission so that rendering again gives the same.
 *
 * @param campaign label of the campaign, for links
 */
record Ingredients(String campaign, Map<Network, Outside> networks) {

    private static final Outside NOTHING = new Outside(List.of(), Map.of());

    Ingredients {
        Map<Network, Outside> sorted = new EnumMap<>(Network.class);
        sorted.putAll(networks);
        networks = sorted;
    }

    /**
     * @param pictures fitted for the network, in the order of the post's media
     * @param mentions handle as written → the network's lasting id of that account
     */
    record Outside(List<Fitted> pictures, Map<String, String> mentions) {
        Outside {
            pictures = List.copyOf(pictures);
            mentions = Map.copyOf(mentions);
        }
    }

    /** One picture as the network gets it. */
    record Fitted(UUID media, String sha256, String mime, int width, int height) {}

    Outside on(Network network) {
        return networks.getOrDefault(network, NOTHING);
    }
}
