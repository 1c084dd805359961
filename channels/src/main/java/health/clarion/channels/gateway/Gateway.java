package health.clarion.channels.gateway;

import health.clarion.channels.Reason;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Exchange.NotSent;
import health.clarion.channels.gateway.Exchange.Unknown;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The one way out to the internet.
 *
 * <p>The whole exchange has a deadline ({@code HttpRequest.timeout} ends at the headers on JDK 25, so a slow body would
 * outlive it); the answer is read up to a limit; redirects are followed only when asked, and the address is checked at
 * every hop; nothing is ever sent twice; no header or body is logged. HTTP/1.1, because on it a lost connection says
 * plainly which request it belonged to.
 */
public final class Gateway implements AutoCloseable {

    private static final int LONGEST_LOCATION = 4_096;

    private final Settings settings;
    private final AddressCheck addresses;
    private final HttpClient client;

    /**
     * What the gateway may do.
     *
     * @param allowLoopback whether servers on this machine may be spoken to, over plain HTTP too
     * @param allowPrivate whether servers in private networks may be spoken to, over plain HTTP too
     * @param connect longest time to get a connection
     * @param userAgent some servers answer 418 without one
     */
    public record Settings(boolean allowLoopback, boolean allowPrivate, Duration connect, String userAgent) {

        /** Public addresses only, over TLS only. */
        public static Settings standard() {
            return new Settings(false, false, Duration.ofSeconds(8), "Clarion/0.1 (health advocacy publishing)");
        }

        /** As {@link #standard}, and with loopback when {@code allowLoopback}. */
        public static Settings of(boolean allowLoopback) {
            Settings standard = standard();
            return new Settings(allowLoopback, false, standard.connect, standard.userAgent);
        }

        /** The same, and private networks too. */
        public Settings withPrivateNetworks() {
            return new Settings(allowLoopback, true, connect, userAgent);
        }
    }

    public Gateway(Settings settings) {
        this.settings = settings;
        this.addresses = new AddressCheck(settings.allowLoopback, settings.allowPrivate);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect)
                .build();
    }

    /** Sends once and waits for the end. Never throws for what a network does. */
    public Exchange send(Call call) {
        Call hop = call;
        while (true) {
            Exchange exchange = hop(hop);
            if (!(exchange instanceof Answered answered) || !redirects(hop, answered)) {
                return exchange;
            }
            URI next = target(hop, answered);
            if (next == null) {
                return answered;
            }
            hop = hop.movedTo(next);
        }
    }

    private Exchange hop(Call call) {
        if (!call.left().isPositive()) {
            return noTime(call);
        }
        if (addresses.refusal(call.uri(), call.left()) instanceof Reason refusal) {
            return new NotSent(refusal);
        }
        Duration left = call.left();
        if (!left.isPositive()) {
            return noTime(call);
        }
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(request(call), info -> new LimitedBody(call.bodyLimit()));
        try {
            HttpResponse<byte[]> response = future.get(left.toNanos(), TimeUnit.NANOSECONDS);
            return new Answered(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException late) {
            future.cancel(true);
            return new Unknown(Reason.of("gateway.timeout", host(call)));
        } catch (InterruptedException stop) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return new Unknown(Reason.of("gateway.interrupted", host(call)));
        } catch (ExecutionException failure) {
            return failed(call, failure.getCause());
        }
    }

    private static NotSent noTime(Call call) {
        return new NotSent(Reason.of("gateway.no-time", host(call)));
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(
                        call.method(),
                        call.body().length == 0 ? HttpRequest.BodyPublishers.noBody() : BodyInTime.of(call))
                .setHeader("User-Agent", settings.userAgent)
                .setHeader("Accept", "application/json");
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static Exchange failed(Call call, @Nullable Throwable cause) {
        return switch (cause) {
            case BodyInTime.TooLate tooLate -> noTime(call);
            case ConnectException refused -> new NotSent(Reason.of("gateway.no-connection", host(call)));
            case HttpConnectTimeoutException slow -> new NotSent(Reason.of("gateway.no-connection", host(call)));
            case SSLHandshakeException untrusted -> new NotSent(Reason.of("gateway.not-trusted", host(call)));
            case LimitedBody.TooLong tooLong -> new Unknown(Reason.of("gateway.too-long", host(call)));
            case null, default -> new Unknown(Reason.of("gateway.lost", host(call)));
        };
    }

    private static boolean redirects(Call call, Answered answered) {
        return call.redirects() > 0
                && call.method().equals("GET")
                && switch (answered.status()) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
    }

    private static @Nullable URI target(Call call, Answered answered) {
        String location = answered.header("Location").orElse("");
        if (location.isEmpty() || location.length() > LONGEST_LOCATION) {
            return null;
        }
        try {
            URI target = call.uri().resolve(location);
            return target.getHost() == null || target.getScheme() == null ? null : target;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String host(Call call) {
        return String.valueOf(call.uri().getHost());
    }

    /** Lets go of every connection; calls under way end as {@link Unknown}. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
