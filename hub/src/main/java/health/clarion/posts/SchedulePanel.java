package health.clarion.posts;

import gg.jte.Content;

/** When a post goes out and where it is live, beside the composer: the module that knows offers this as a bean. */
public interface SchedulePanel {

    /** What stands under “When”. */
    Content panel(PanelView view);

    /** Whether the words are out, or on their way: then they are corrected or retracted, no longer edited. */
    boolean isOut(Post post);
}
