package health.clarion.channels.gateway;

import health.clarion.channels.Reason;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses the gateway may speak to. Every address a name resolves to must be allowed, and plain HTTP is only for
 * loopback and private networks, when those are allowed at all.
 */
record AddressCheck(boolean allowLoopback, boolean allowPrivate) {

    private enum Place {
        LOOPBACK,
        PRIVATE,
        NOWHERE,
        PUBLIC
    }

    /** Why this address may not be called, found out {@code within} this time; null when it may. */
    @Nullable
    Reason refusal(URI uri, Duration within) {
        String host = uri.getHost();
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null || uri.getRawUserInfo() != null || !(scheme.equals("https") || scheme.equals("http"))) {
            return Reason.of("gateway.not-an-address", String.valueOf(host));
        }
        List<InetAddress> addresses;
        try {
            addresses = PinnedAddresses.resolve(host, within);
        } catch (UnknownHostException unknown) {
            return Reason.of("gateway.unknown-name", host);
        }
        for (InetAddress address : addresses) {
            Place place = place(address);
            if (!allowed(place)) {
                return Reason.of("gateway.refused-address", host);
            }
            if (scheme.equals("http") && place == Place.PUBLIC) {
                return Reason.of("gateway.not-encrypted", host);
            }
        }
        return null;
    }

    private boolean allowed(Place place) {
        return switch (place) {
            case LOOPBACK -> allowLoopback;
            case PRIVATE -> allowPrivate;
            case NOWHERE -> false;
            case PUBLIC -> true;
        };
    }

    private static Place place(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return Place.LOOPBACK;
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || address.isLinkLocalAddress()) {
            return Place.NOWHERE;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? place4(bytes) : place6(bytes);
    }

    /** RFC 6890's special ranges; link-local (cloud metadata lives there) was refused before. */
    private static Place place4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        if (a == 10
                || (a == 172 && b >= 16 && b <= 31)
                || (a == 192 && b == 168)
                || (a == 100 && b >= 64 && b <= 127)) {
            return Place.PRIVATE;
        }
        boolean reserved = a == 0
                || a >= 240
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
                || (a == 203 && b == 0 && c == 113);
        return reserved ? Place.NOWHERE : Place.PUBLIC;
    }

    /** Only global unicast, and none of the ranges that carry an IPv4 address inside (NAT64, 6to4, Teredo). */
    private static Place place6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if ((first & 0xfe) == 0xfc || (first == 0xfe && (second & 0xc0) == 0xc0)) {
            return Place.PRIVATE;
        }
        boolean global = (first & 0xe0) == 0x20;
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean special = first == 0x20 && second == 0x01 && bytes[2] == 0 && (bytes[3] & 0xff) <= 0x2f;
        boolean documentation =
                first == 0x20 && second == 0x01 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return global && !sixToFour && !special && !documentation ? Place.PUBLIC : Place.NOWHERE;
    }
}
