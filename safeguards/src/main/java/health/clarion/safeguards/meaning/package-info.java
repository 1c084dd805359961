/** Texts as vectors of meaning, computed in this process by a small sentence model. */
@NullMarked
package health.clarion.safeguards.meaning;

import org.jspecify.annotations.NullMarked;
