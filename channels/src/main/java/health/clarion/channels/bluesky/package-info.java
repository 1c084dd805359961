/** Bluesky: app passwords, records under fixed keys, facets at UTF-8 byte ranges. */
@NullMarked
package health.clarion.channels.bluesky;

import org.jspecify.annotations.NullMarked;
