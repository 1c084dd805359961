/** The one way out to the internet: deadlines, limits and an address check at every hop. */
@NullMarked
package health.clarion.channels.gateway;

import org.jspecify.annotations.NullMarked;
