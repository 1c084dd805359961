package health.clarion.posts;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How far posts are beyond their words: signed, planned, live. Each module that knows something offers this as a bean;
 * where several do, the one with the highest {@link #order} is shown.
 */
public interface Standings {

    /** Review 10, publishing 20. */
    int order();

    /** The standing of each post that there is something to say about. */
    Map<UUID, Standing> of(Collection<UUID> posts, Locale locale);

    /**
     * In words, with the sign that stands beside them.
     *
     * @param rings of the status sign: 1 checked, 2 signed off, 3 live
     * @param unsure whether we can't tell; dots the last ring
     */
    record Standing(String words, int rings, boolean unsure) {}
}
