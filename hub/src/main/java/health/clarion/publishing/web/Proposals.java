package health.clarion.publishing.web;

import health.clarion.accounts.Account;
import health.clarion.posts.MeantFor;
import health.clarion.posts.Post;
import health.clarion.publishing.Slots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time that stands in the form before anybody chooses one: the place of the calendar the post was begun from, else the
 * next free place of its networks, else a full hour that leaves time to sign.
 */
@Component
class Proposals {

    /** What a second person needs to read and sign. */
    private static final Duration TO_SIGN = Duration.ofHours(2);

    private final MeantFor meantFor;
    private final Slots slots;
    private final Clock clock;

    Proposals(MeantFor meantFor, Slots slots, Clock clock) {
        this.meantFor = meantFor;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * A time to start from.
     *
     * @param time on the viewer's clock
     * @param why message key of where it comes from; null for a mere full hour
     */
    public record Proposal(LocalDateTime time, @Nullable String why) {

        private static final String CHOSEN = "publishing.panel-chosen";

        /** Whether the writer chose it on the calendar. */
        public boolean chosen() {
            return CHOSEN.equals(why);
        }
    }

    Proposal of(Post post, List<Account> open, ZoneId zone) {
        Instant now = clock.instant();
        return meantFor.of(post.id())
                .map(ZonedDateTime::toInstant)
                .filter(now::isBefore)
                .map(time -> new Proposal(LocalDateTime.ofInstant(time, zone), Proposal.CHOSEN))
                .or(() -> nextFree(open, now, zone))
                .orElseGet(() -> new Proposal(
                        LocalDateTime.ofInstant(now.plus(TO_SIGN), zone)
                                .plusHours(1)
                                .truncatedTo(ChronoUnit.HOURS),
                        null));
    }

    // Of several networks the earliest place: the others may be moved, the first reader needn't wait.
    private Optional<Proposal> nextFree(List<Account> open, Instant now, ZoneId zone) {
        return open.stream()
                .map(Account::network)
                .distinct()
                .flatMap(network -> slots.next(network, now.plus(TO_SIGN)).stream())
                .map(free -> free.wall().instant())
                .min(Comparator.naturalOrder())
                .map(time -> new Proposal(LocalDateTime.ofInstant(time, zone), "publishing.panel-next-free"));
    }
}
