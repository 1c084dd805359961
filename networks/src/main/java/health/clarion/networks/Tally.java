package health.clarion.networks;

/** Adds up what a text costs, step by step, and remembers the last place where it still fitted. */
final class Tally {
    private final TextLimit limit;
    private long used;
    private int fitted;

    Tally(TextLimit limit) {
        this.limit = limit;
    }

    /** One more piece of text, up to {@code end} (UTF-16 index, never falling), at this cost. */
    void step(int end, long cost) {
        used += cost;
        if (used <= limit.max()) {
            fitted = end;
        }
    }

    Count count() {
        return new Count((int) Math.min(Integer.MAX_VALUE, used), limit.max(), limit.unit());
    }

    boolean fits() {
        return used <= limit.max();
    }

    /** The UTF-16 index up to which all fitted. */
    int fitted() {
        return fitted;
    }
}
