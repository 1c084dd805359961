package health.clarion.channels.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a name to the addresses that were checked, so that it can't point elsewhere between the check and the
 * connection. {@code java.net.http} takes no address of its own, but it asks the JVM's resolver, and this is it: a pinned
 * name gets its checked addresses, any other name the system's answer.
 *
 * <p>Where the JVM does not find this provider (its jar is not on the system class path) the JVM's own address cache,
 * 30 s by default, does nearly the same.
 */
public final class PinnedAddresses extends InetAddressResolverProvider {

    /** Checked again after this long; a pin holds twice as long, so that a checked name always has time to connect. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int MOST_PINS = 10_000;
    private static final Map<String, Pin> PINS = new ConcurrentHashMap<>();
    private static volatile @Nullable InetAddressResolver system;

    private record Pin(List<InetAddress> addresses, long since) {
        boolean youngerThan(long nanos) {
            return System.nanoTime() - since < nanos;
        }
    }

    /** Called by the JVM, once. */
    public PinnedAddresses() {}

    /**
     * Every address that a connection to this name could go to.
     *
     * @param within longest time to find out
     * @throws UnknownHostException when there is no such name, or it could not be found in time
     */
    static List<InetAddress> resolve(String host, Duration within) throws UnknownHostException {
        Pin known = PINS.get(host);
        if (known != null && known.youngerThan(FRESH_NANOS)) {
            return known.addresses;
        }
        List<InetAddress> addresses = lookUpWithin(host, known != null, within);
        pin(host, addresses);
        return addresses;
    }

    static void pin(String host, List<InetAddress> addresses) {
        makeRoom();
        PINS.put(host, new Pin(addresses, System.nanoTime()));
    }

    /** A name server may keep us waiting for minutes; the JVM offers no deadline of its own. */
    private static List<InetAddress> lookUpWithin(String host, boolean pinned, Duration within)
            throws UnknownHostException {
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> lookUp(host, pinned));
        Thread thread = Thread.ofVirtual().name("look-up").start(task);
        try {
            return task.get(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            throw new UnknownHostException(host);
        } catch (InterruptedException stop) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /** A name that is pinned is asked of the system itself: the JVM would answer with the pin. */
    private static List<InetAddress> lookUp(String host, boolean pinned) throws UnknownHostException {
        InetAddressResolver resolver = system;
        return resolver != null && pinned && !host.startsWith("[")
                ? resolver.lookupByName(host, LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6))
                        .toList()
                : List.of(InetAddress.getAllByName(host));
    }

    private static void makeRoom() {
        if (PINS.size() >= MOST_PINS) {
            PINS.values().removeIf(pin -> !pin.youngerThan(2 * FRESH_NANOS));
        }
        if (PINS.size() >= MOST_PINS) {
            PINS.clear();
        }
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtin = configuration.builtinResolver();
        system = builtin;
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                Pin pin = PINS.get(host);
                return pin != null && pin.youngerThan(2 * FRESH_NANOS)
                        ? pin.addresses.stream()
                        : builtin.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "Clarion's pinned addresses";
    }
}
