package health.clarion.channels;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The card under a post that shows where a link leads. Networks that make their own card ignore it. */
public record LinkCard(
        URI uri, String title, String description, @Nullable Picture thumbnail) {}
