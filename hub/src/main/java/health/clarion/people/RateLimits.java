package health.clarion.people;

import health.clarion.ui.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often something may be tried. Each key has a bucket that fills again with time; the memory is bounded, and the
 * keys longest untouched are forgotten first.
 */
@Component
public class RateLimits {

    // About 100 bytes each: at most some 5 MB.
    private static final int MOST_KEYS = 50_000;

    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** So many tries in so much time. */
    public record Limit(int tries, Duration per) {}

    private record Bucket(double left, long atMillis) {}

    /**
     * Takes one try.
     *
     * @throws Problem too much, saying in how many seconds to come back, when none is left
     */
    public void take(String key, Limit limit) {
        Duration wait = tryTake(key, limit);
        if (!wait.isZero()) {
            throw tooOften(wait);
        }
    }

    /** What someone is told who has to wait. */
    public static Problem tooOften(Duration wait) {
        long seconds = seconds(wait);
        return Problem.tooMuch("people.too-often", seconds).comeBackAfter(Duration.ofSeconds(seconds));
    }

    /** Takes one try; zero when there was one, otherwise how long until the next. */
    public synchronized Duration tryTake(String key, Limit limit) {
        long now = clock.millis();
        double perMilli = limit.tries() / (double) limit.per().toMillis();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(limit.tries(), now));
        double left = Math.min(limit.tries(), bucket.left() + (now - bucket.atMillis()) * perMilli);
        boolean granted = left >= 1;
        buckets.put(key, new Bucket(granted ? left - 1 : left, now));
        return granted ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - left) / perMilli));
    }

    /** Gives all tries back, after a success. */
    public synchronized void forget(String key) {
        buckets.remove(key);
    }

    /** How many keys are remembered now. */
    synchronized int remembered() {
        return buckets.size();
    }

    /** Whole seconds, at least one. */
    public static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
