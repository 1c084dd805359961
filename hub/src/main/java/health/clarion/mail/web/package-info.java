/** Pages and API of mail. */
@NullMarked
package health.clarion.mail.web;

import org.jspecify.annotations.NullMarked;
