/** Clarion, where a health-advocacy team works. Each package below is one module with one job. */
@NullMarked
package health.clarion;

import org.jspecify.annotations.NullMarked;
