/** The JSON Lines command, and the page of rules for people. */
@NullMarked
package health.clarion.safeguards.cli;

import org.jspecify.annotations.NullMarked;
