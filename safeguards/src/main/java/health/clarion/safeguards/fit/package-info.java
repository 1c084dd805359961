/** Whether a post fits its network. */
@NullMarked
package health.clarion.safeguards.fit;

import org.jspecify.annotations.NullMarked;
