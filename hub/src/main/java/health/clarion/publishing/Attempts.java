package health.clarion.publishing;

import health.clarion.channels.Attempt;
import health.clarion.channels.MediaSource;
import health.clarion.channels.Receipt;
import health.clarion.channels.Steps;
import health.clarion.media.Media;
import health.clarion.publishing.Ledger.Taken;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries to publish, and looks for what a try did, as channels take them: with the part's own key, every time. */
@Component
class Attempts {

    private final Ledger ledger;
    private final Media media;
    private final PublishingSettings settings;
    private final Clock clock;

    Attempts(Ledger ledger, Media media, PublishingSettings settings, Clock clock) {
        this.ledger = ledger;
        this.media = media;
        this.settings = settings;
        this.clock = clock;
    }

    /** One that may send, as long as the lease holds. */
    Attempt toSend(Taken taken, DeliveryPart part, @Nullable Receipt root, @Nullable Receipt parent) {
        Instant now = clock.instant();
        return new Attempt(
                part.key(),
                part.createdAt(),
                part.keySince() == null ? now : part.keySince(),
                part.attempts() + 1,
                root,
                parent,
                new SavedSteps(taken, part.number()),
                media::bytes,
                () -> ledger.stillMine(taken),
                now.plus(settings.deadline()));
    }

    /** One that only looks. */
    Attempt toLook(DeliveryPart part, @Nullable Receipt root, @Nullable Receipt parent) {
        Instant now = clock.instant();
        return new Attempt(
                part.key(),
                part.createdAt(),
                part.keySince() == null ? now : part.keySince(),
                part.attempts(),
                root,
                parent,
                Steps.inMemory(),
                MediaSource.none(),
                () -> false,
                now.plus(settings.deadline()));
    }

    /** Upload handles, kept in the ledger before the next step; read when the first is asked for. */
    private final class SavedSteps implements Steps {

        private final Taken taken;
        private final int part;
        private @Nullable Map<String, String> saved;

        SavedSteps(Taken taken, int part) {
            this.taken = taken;
            this.part = part;
        }

        @Override
        public @Nullable String get(String name) {
            return saved().get(name);
        }

        @Override
        public void save(String name, String value) {
            ledger.saveStep(taken, part, name, value);
            saved().put(name, value);
        }

        private Map<String, String> saved() {
            if (saved == null) {
                saved = new HashMap<>(ledger.steps(taken.delivery().id(), part));
            }
            return saved;
        }
    }
}
