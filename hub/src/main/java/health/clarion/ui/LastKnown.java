package health.clarion.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last good value of something that may be slow or away, such as a table read for a public page.
 *
 * <p>Younger than {@code fresh} it is given as it is. Older, it is still given at once while one thread asks again.
 * Older than {@code oldest}, the caller waits for the new one, two seconds at most. When asking fails, the old value
 * stays.
 */
public final class LastKnown<T> {

    // A source that is away may take long to say so.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Supplier<? extends T> source;
    private final @Nullable T fallback;
    private final Duration fresh;
    private final Duration oldest;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Void>> asking = new AtomicReference<>();
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(T value, Instant at) {}

    /**
     * @param fallback what to give when the very first question fails; null to let that failure through
     * @param fresh how long a value is given without asking again
     * @param oldest how old a value may get before the caller has to wait for a new one
     */
    public LastKnown(Supplier<? extends T> source, @Nullable T fallback, Duration fresh, Duration oldest, Clock clock) {
        this.source = source;
        this.fallback = fallback;
        this.fresh = fresh;
        this.oldest = oldest;
        this.clock = clock;
    }

    /**
     * The value as last known.
     *
     * @throws RuntimeException of the source, only when nothing is known yet and there is no fallback
     */
    public T get() {
        Kept<T> known = kept;
        if (known == null) {
            return first();
        }
        Duration age = Duration.between(known.at(), clock.instant());
        if (age.compareTo(oldest) > 0) {
            waitFor(refreshSoon());
            known = Objects.requireNonNull(kept);
        } else if (age.compareTo(fresh) > 0) {
            refreshSoon();
        }
        return known.value();
    }

    /** Asks again and waits; keeps the old value when that fails. */
    public void refresh() {
        try {
            kept = new Kept<>(source.get(), clock.instant());
        } catch (RuntimeException away) {
            Kept<T> known = kept;
            if (known != null) {
                kept = new Kept<>(known.value(), clock.instant());
            }
        }
    }

    // One thread asks at a time; whoever comes meanwhile shares its answer.
    private CompletableFuture<Void> refreshSoon() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> running = asking.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        Thread.ofVirtual().start(() -> {
            try {
                refresh();
            } finally {
                asking.set(null);
                mine.complete(null);
            }
        });
        return mine;
    }

    private static void waitFor(CompletableFuture<Void> answer) {
        try {
            answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            return; // the old value has to do
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized T first() {
        Kept<T> known = kept;
        if (known != null) {
            return known.value();
        }
        T value;
        try {
            value = source.get();
        } catch (RuntimeException away) {
            if (fallback == null) {
                throw away;
            }
            value = fallback;
        }
        kept = new Kept<>(value, clock.instant());
        return value;
    }
}
