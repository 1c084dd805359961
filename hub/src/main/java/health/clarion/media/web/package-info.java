/** Pages and API of media. */
@NullMarked
package health.clarion.media.web;

import org.jspecify.annotations.NullMarked;
