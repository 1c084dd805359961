package health.clarion.safeguards.cli;

import java.io.PrintStream;
import java.util.function.IntConsumer;

/** Tells on a stream how far a long start has come: every thousand, so that a short one says nothing. */
final class Progress {
    private static final int STEP = 1000;

    private Progress() {}

    static IntConsumer on(PrintStream stream, String of) {
        return done -> {
            if (done % STEP == 0) {
                stream.println(done + " " + of);
            }
        };
    }
}
