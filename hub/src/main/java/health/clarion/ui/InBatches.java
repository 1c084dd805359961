package health.clarion.ui;

import java.util.function.IntSupplier;

/**
 * Removes what has grown old a little at a time, so that no statement holds many rows and no run goes on for ever. What
 * one run leaves, the next takes.
 */
public final class InBatches {

    /** How many rows one statement takes. */
    public static final int ROWS = 1_000;

    private static final int MOST_BATCHES = 100;

    private InBatches() {}

    /** Runs {@code removing} until it takes fewer than {@value #ROWS} rows, a hundred times at most; returns how many went. */
    public static int remove(IntSupplier removing) {
        int removed = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int now = removing.getAsInt();
            removed += now;
            if (now < ROWS) {
                break;
            }
        }
        return removed;
    }
}
