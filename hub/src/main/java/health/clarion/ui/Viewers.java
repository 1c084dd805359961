package health.clarion.ui;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Tells layout who looks; implemented by the module that knows people. */
public interface Viewers {

    /** The person signed in on this request, or null for a member of the public. */
    @Nullable
    Viewer current();

    /** The organisation's name, shown on public pages. */
    String organisation();

    /** The organisation's time zone, for pages shown to people who have none of their own. */
    ZoneId zone();
}
