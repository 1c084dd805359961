package health.clarion.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of publishing, in one place.
 *
 * @param lease how long a worker may hold a delivery without renewing it
 * @param deadline how long one exchange with a network may take
 * @param window how late a delivery may go out by itself
 * @param poll how often an idle worker looks for due deliveries
 * @param batch how many deliveries are taken up at once
 * @param workers how many deliveries one hub sends at the same time
 * @param looks how often reconciling asks an unreachable network before a person is asked
 * @param attempts how often a part is tried while the network says "later"
 * @param readBackAfter how long after sending the post is read back
 */
@ConfigurationProperties("clarion.publishing")
public record PublishingSettings(
        @DefaultValue("60s") Duration lease,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("60m") Duration window,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("64") int batch,
        @DefaultValue("24") int workers,
        @DefaultValue("8") int looks,
        @DefaultValue("12") int attempts,
        @DefaultValue("5s") Duration readBackAfter) {}
