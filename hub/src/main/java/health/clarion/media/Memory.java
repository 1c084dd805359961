package health.clarion.media;

import health.clarion.ui.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets only as many pictures be worked on at once as there is memory for; the others wait their turn. */
@Component
class Memory {

    private static final int MEGABYTES = 320;
    private static final int MEGABYTE = 1_000_000;
    private static final int PATIENCE_SECONDS = 30;

    private static final int UPLOADS = 6;

    private final Semaphore free = new Semaphore(MEGABYTES, true);
    private final Semaphore uploads = new Semaphore(UPLOADS, true);

    /**
     * Takes in one upload once there is room for its file.
     *
     * @throws Problem after half a minute of waiting
     */
    <T> T forUpload(Supplier<T> work) {
        return with(uploads, 1, work);
    }

    /**
     * Does the work once there is room.
     *
     * @param bytes what it needs; {@link Bounds#DECODED_BYTES} always fits
     * @throws Problem after half a minute of waiting
     */
    <T> T with(long bytes, Supplier<T> work) {
        return with(free, (int) Math.min(MEGABYTES, bytes / MEGABYTE + 1), work);
    }

    private static <T> T with(Semaphore room, int permits, Supplier<T> work) {
        if (!acquired(room, permits)) {
            throw Problem.unavailable("media.busy");
        }
        try {
            return work.get();
        } finally {
            room.release(permits);
        }
    }

    private static boolean acquired(Semaphore room, int permits) {
        try {
            return room.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
