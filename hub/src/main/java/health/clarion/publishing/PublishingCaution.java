package health.clarion.publishing;

import health.clarion.channels.Reason;
import java.time.Instant;
import java.util.List;

/** Something a person should know before they plan a post for a time. A module above offers it as a bean. */
public interface PublishingCaution {

    /** What speaks against this time, as message keys with arguments; empty when nothing does. Nothing is forbidden by it. */
    List<Reason> at(Instant due);
}
