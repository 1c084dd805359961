/** Proves and measures a running Clarion: faults, throughput, pages. */
@NullMarked
package health.clarion.proof;

import org.jspecify.annotations.NullMarked;
