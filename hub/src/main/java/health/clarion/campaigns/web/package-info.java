/** Pages and API of campaigns. */
@NullMarked
package health.clarion.campaigns.web;

import org.jspecify.annotations.NullMarked;
