/** Whether everyone can read, hear and use a post. */
@NullMarked
package health.clarion.safeguards.access;

import org.jspecify.annotations.NullMarked;
