/** Pages and API of library. */
@NullMarked
package health.clarion.library.web;

import org.jspecify.annotations.NullMarked;
