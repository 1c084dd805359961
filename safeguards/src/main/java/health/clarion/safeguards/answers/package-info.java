/** Finding the reviewed answer to a question, or saying that there is none. */
@NullMarked
package health.clarion.safeguards.answers;

import org.jspecify.annotations.NullMarked;
