/** Pages and API of what came back. */
@NullMarked
package health.clarion.inbox.web;

import org.jspecify.annotations.NullMarked;
