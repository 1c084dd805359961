/** Which sentences claim something about health, and whether each has its source. */
@NullMarked
package health.clarion.safeguards.claims;

import org.jspecify.annotations.NullMarked;
