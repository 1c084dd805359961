/** Direct identifiers: what by itself says who someone is. */
@NullMarked
package health.clarion.safeguards.privacy;

import org.jspecify.annotations.NullMarked;
