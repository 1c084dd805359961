/** Text in, findings out: is this safe, true, kind, readable? {@link health.clarion.safeguards.Safeguards} is the way in. */
@NullMarked
package health.clarion.safeguards;

import org.jspecify.annotations.NullMarked;
