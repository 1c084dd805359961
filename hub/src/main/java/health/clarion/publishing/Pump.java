package health.clarion.publishing;

import health.clarion.publishing.Ledger.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into the ledger and hands what is due to the {@link Sender}. Every hub runs one; they share the work because
 * the ledger skips what another has taken. See docs/decisions/0003-each-hub-reads-the-ledger.md.
 */
@Component
@ConditionalOnProperty(name = "clarion.publishing.enabled", havingValue = "true", matchIfMissing = true)
class Pump implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pump.class);

    private final Ledger ledger;
    private final Sender sender;
    private final PublishingSettings settings;
    private final Semaphore free;
    private final String worker = "hub-" + ProcessHandle.current().pid() + "-"
            + UUID.randomUUID().toString().substring(0, 8);
    private volatile boolean running;
    private @Nullable Thread looking;
    private @Nullable ExecutorService senders;

    Pump(Ledger ledger, Sender sender, PublishingSettings settings) {
        this.ledger = ledger;
        this.sender = sender;
        this.settings = settings;
        this.free = new Semaphore(settings.workers());
    }

    @Override
    public void start() {
        running = true;
        senders = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sender-", 0).factory());
        looking = Thread.ofPlatform().name("publishing-pump").daemon(true).start(this::run);
    }

    private void run() {
        while (running) {
            try {
                rest(round());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                log.warn(
                        "the ledger could not be read ({}); looking again",
                        unavailable.getClass().getSimpleName());
                restUnlessStopped(Duration.ofSeconds(1));
            }
        }
    }

    /** One look. Returns how long there is nothing to do. */
    private Duration round() throws InterruptedException {
        free.acquire();
        int room = 1 + free.drainPermits();
        List<Taken> taken = List.of();
        try {
            taken = ledger.take(worker, Math.min(room, settings.batch()));
        } finally {
            free.release(room - taken.size());
        }
        for (Taken delivery : taken) {
            hand(delivery);
        }
        return taken.isEmpty() ? untilDue() : Duration.ZERO;
    }

    private void hand(Taken taken) {
        Objects.requireNonNull(senders).execute(() -> {
            try {
                sender.work(taken);
            } finally {
                free.release();
            }
        });
    }

    // Sleeps just until the next one is due, so that a post planned for nine goes out at nine, but never longer than
    // one poll: another hub, or a person, may have added one.
    private Duration untilDue() {
        Duration wait = ledger.untilNext().orElse(settings.poll());
        if (wait.compareTo(settings.poll()) > 0) {
            return settings.poll();
        }
        return wait.isPositive() ? wait : Duration.ofMillis(20);
    }

    private void rest(Duration pause) throws InterruptedException {
        if (pause.isPositive()) {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }

    private void restUnlessStopped(Duration pause) {
        try {
            rest(pause);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (looking != null) {
            looking.interrupt();
        }
        if (senders != null) {
            senders.shutdown();
            awaitSenders(senders);
        }
    }

    // What is being sent may finish; what does not is found out about by the next look.
    private void awaitSenders(ExecutorService executor) {
        try {
            executor.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
