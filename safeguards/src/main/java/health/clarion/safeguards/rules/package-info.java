/** The rules as data, their words, and the matcher that runs their phrases. */
@NullMarked
package health.clarion.safeguards.rules;

import org.jspecify.annotations.NullMarked;
