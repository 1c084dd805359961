package health.clarion.media.web;

import health.clarion.media.MediaItem;
import health.clarion.networks.Capabilities;
import health.clarion.networks.ImageFit;
import health.clarion.networks.Network;
import java.util.Arrays;
import java.util.List;

/**
 * A network that shows only part of a picture.
 *
 * @param width of what it shows, in pixels
 * @param height of what it shows, in pixels
 */
public record Cut(Network network, int width, int height) {

    /** The networks that can't show the whole of this picture. */
    static List<Cut> of(MediaItem item) {
        return Arrays.stream(Network.values())
                .map(network -> new Fitted(
                        network,
                        ImageFit.of(
                                item.width(),
                                item.height(),
                                item.focal().x(),
                                item.focal().y(),
                                Capabilities.of(network).images())))
                .filter(fitted -> fitted.fit().crop().width() < item.width()
                        || fitted.fit().crop().height() < item.height())
                .map(fitted -> new Cut(
                        fitted.network(), fitted.fit().width(), fitted.fit().height()))
                .toList();
    }

    private record Fitted(Network network, ImageFit fit) {}
}
