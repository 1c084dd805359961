package health.clarion.posts;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** Who must sign a post off, beside the composer: the module that knows offers this as a bean. */
public interface SignOffPanel {

    /** What stands under “Who must sign it off”. */
    Content panel(PanelView view);

    /** What a reviewer asked for, at the top of the page; null when nothing is asked. */
    default @Nullable Content notice(PanelView view) {
        return null;
    }
}
