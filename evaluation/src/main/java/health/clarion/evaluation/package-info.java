/** Measures the safeguards: how often they are right and how fast they are. */
@NullMarked
package health.clarion.evaluation;

import org.jspecify.annotations.NullMarked;
