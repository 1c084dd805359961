/** Whether a life is at risk: signs in the words, who they are about, when, whether they are meant, and the level that follows by rules. */
@NullMarked
package health.clarion.safeguards.crisis;

import org.jspecify.annotations.NullMarked;
