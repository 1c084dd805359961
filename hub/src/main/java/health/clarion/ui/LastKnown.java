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
 * stays. Nobody waits longer than two seconds for the very first value where there is a fallback, nor longer than ten
 * where there is none.
 */
public final class LastKnown<T> {

    // A source that is away may take long to say so.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    // With nothing to show instead, it is worth a little patience: a hub that has just started is slow, not away.
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofSeconds(10);

    private static final Duration BACK_SOON = Duration.ofSeconds(10);

    private final Supplier<? extends T> source;
    private final @Nullable T fallback;
    private final Duration fresh;
    private final Duration oldest;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Void>> asking = new AtomicReference<>();
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(T value, Instant at) {}

    /**
     * @param fallback what to give when the very first question fails or takes too long; null to say so
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
     * @throws RuntimeException of the source, or {@link Problem} after ten seconds without an answer; only when nothing is
     *     known yet and there is no fallback
     */
    public T get() {
        Kept<T> known = kept;
        if (known == null) {
            return first();
        }
        Duration age = Duration.between(known.at(), clock.instant());
        if (age.compareTo(oldest) > 0) {
            answered(refreshSoon(), LONGEST_WAIT);
            known = Objects.requireNonNull(kept);
        } else if (age.compareTo(fresh) > 0) {
            refreshSoon();
        }
        return known.value();
    }

    /** Asks again and waits; keeps the old value when that fails. */
    public void refresh() {
        try {
            ask();
        } catch (RuntimeException away) {
            return; // nothing is known yet; the next who wants it asks again
        }
    }

    private void ask() {
        T value;
        try {
            value = source.get();
        } catch (RuntimeException away) {
            Kept<T> known = kept;
            T instead = known == null ? fallback : known.value();
            if (instead == null) {
                throw away;
            }
            value = instead;
        }
        kept = new Kept<>(value, clock.instant());
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
                ask();
            } catch (RuntimeException failed) {
                mine.completeExceptionally(failed);
            } finally {
                asking.set(null);
                mine.complete(null);
            }
        });
        return mine;
    }

    private T first() {
        CompletableFuture<Void> answer = refreshSoon();
        boolean answered = answered(answer, fallback == null ? LONGEST_FIRST_WAIT : LONGEST_WAIT);
        Kept<T> known = kept;
        if (known != null) {
            return known.value();
        }
        if (fallback != null) {
            return fallback;
        }
        if (answered && answer.exceptionNow() instanceof RuntimeException failed) {
            throw failed;
        }
        throw Problem.unavailable("ui.problem.database-away").comeBackAfter(BACK_SOON);
    }

    // False when it took too long or the caller was stopped.
    private static boolean answered(CompletableFuture<Void> answer, Duration longest) {
        try {
            answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
