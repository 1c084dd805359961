/** How hard a text is to read, and what makes it so. */
@NullMarked
package health.clarion.safeguards.reading;

import org.jspecify.annotations.NullMarked;
