/** Real servers and strict stand-ins that tests, proofs and demonstrations run against. Never part of the hub. */
@NullMarked
package health.clarion.rig;

import org.jspecify.annotations.NullMarked;
