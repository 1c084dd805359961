/**
 * Speaking to each network, one package each, behind one interface: {@link health.clarion.channels.Channel}.
 *
 * <p>No channel ever repeats a publishing request by itself; whoever keeps the ledger decides that.
 */
@NullMarked
package health.clarion.channels;

import org.jspecify.annotations.NullMarked;
