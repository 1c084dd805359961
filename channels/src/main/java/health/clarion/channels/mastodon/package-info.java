/** Mastodon and the servers that speak its language. */
@NullMarked
package health.clarion.channels.mastodon;

import org.jspecify.annotations.NullMarked;
