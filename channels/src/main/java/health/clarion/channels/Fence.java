package health.clarion.channels;

/** Asked just before the one request that publishes: a worker that was frozen and wakes up must not send. */
@FunctionalInterface
public interface Fence {

    /** Whether this worker still holds the lease and may send now. Looks it up; never answers from memory. */
    boolean stillMine();

    /** No lease to lose: for tests and for one-off calls. */
    static Fence open() {
        return () -> true;
    }
}
