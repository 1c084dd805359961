/** For networks that only a person can post to: what to copy, and the steps. */
@NullMarked
package health.clarion.channels.copypack;

import org.jspecify.annotations.NullMarked;
