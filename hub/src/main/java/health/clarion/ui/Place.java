package health.clarion.ui;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * One entry of the staff rail. A module offers its places as beans.
 *
 * @param key what a page passes as {@code at} to be marked as the present place
 * @param messageKey the words under the icon
 * @param icon a name in the icon sprite
 * @param order from the top; tens leave room
 * @param thumb whether it also stands in the thumb bar on a phone (four places and More)
 * @param visible whether this viewer sees it
 * @param waiting how many things wait there for this viewer; 0 shows no count
 */
public record Place(
        String key,
        String messageKey,
        String href,
        String icon,
        int order,
        boolean thumb,
        Predicate<Viewer> visible,
        ToIntFunction<Viewer> waiting) {

    /** A place everybody on the staff sees, without a count. */
    public Place(String key, String messageKey, String href, String icon, int order, boolean thumb) {
        this(key, messageKey, href, icon, order, thumb, viewer -> true, viewer -> 0);
    }
}
