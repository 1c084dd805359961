/** JMH benchmarks of the safeguards' parts: {@code clarion bench jmh}. */
@NullMarked
package health.clarion.evaluation.bench;

import org.jspecify.annotations.NullMarked;
