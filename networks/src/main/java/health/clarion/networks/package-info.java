/**
 * What each social network accepts: limits as dated data, and the one piece of code that measures text and media.
 *
 * <p>Everything here is pure and thread-safe: no I/O after the tables were read once from the class path.
 */
@NullMarked
package health.clarion.networks;

import org.jspecify.annotations.NullMarked;
