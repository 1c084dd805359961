package health.clarion.operations;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened, to be closed in the opposite order: the hub before the database, the database before the folder.
 * Ctrl-C closes it too, also while it is still being opened.
 */
final class House implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** A house that the end of this process closes. */
    static House closedAtTheEnd() {
        House house = new House();
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "close-house"));
        return house;
    }

    /** Keeps it until the house is closed; closes it at once when that has happened. */
    <T extends AutoCloseable> T keep(T part) {
        synchronized (open) {
            if (!closed) {
                open.push(part);
                return part;
            }
        }
        close(part);
        throw new OperationsException("Clarion was stopped while it was starting.");
    }

    @Override
    public void close() {
        synchronized (open) {
            closed = true;
        }
        for (AutoCloseable part = next(); part != null; part = next()) {
            close(part);
        }
    }

    private @Nullable AutoCloseable next() {
        synchronized (open) {
            return open.poll();
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e.getMessage());
        }
    }
}
