/** Pages and API of publishing. */
@NullMarked
package health.clarion.publishing.web;

import org.jspecify.annotations.NullMarked;
