/** The commands that read JSON Lines, {@code clarion check}, {@code match}, {@code answer} and {@code redact}, and the page of rules for people. */
@NullMarked
package health.clarion.safeguards.cli;

import org.jspecify.annotations.NullMarked;
