/** Pages and API of the audit. */
@NullMarked
package health.clarion.audit.web;

import org.jspecify.annotations.NullMarked;
