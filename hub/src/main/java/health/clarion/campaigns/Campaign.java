package health.clarion.campaigns;

import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A campaign.
 *
 * @param slug its word in addresses; given once, kept when the title changes, so that links stay good
 * @param paused while true, nothing of it is sent
 * @param version goes up with every change; whoever saves names the version they changed
 */
public record Campaign(
        UUID id,
        String slug,
        Brief brief,
        State state,
        boolean paused,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** Where a campaign is in its life. */
    public enum State {
        /** Only staff see it. */
        DRAFT,
        /** Its public page is live. */
        OPEN,
        /** Its public page says that it ended. */
        CLOSED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** An open campaign may go back to draft; one that ended was public and stays so, or opens again. */
        public boolean mayBecome(State next) {
            return switch (this) {
                case DRAFT -> next == OPEN;
                case OPEN -> next == DRAFT || next == CLOSED;
                case CLOSED -> next == OPEN;
            };
        }

        /** @throws IllegalArgumentException when no state has this id */
        public static State of(String id) {
            for (State state : values()) {
                if (state.id().equals(id)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state is called " + id);
        }
    }

    public String title() {
        return brief.title();
    }

    public String change() {
        return brief.change();
    }

    public Goal goal() {
        return brief.goal();
    }

    public List<Audience> audiences() {
        return brief.audiences();
    }

    public List<Hashtag> hashtags() {
        return brief.hashtags();
    }

    public LocalDate starts() {
        return brief.starts();
    }

    public LocalDate ends() {
        return brief.ends();
    }

    public Set<Network> networks() {
        return brief.networks();
    }

    public UUID owner() {
        return brief.owner();
    }

    /** Whether its public page is live and it has not ended. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** How the audit names it. */
    public String subject() {
        return "campaign:" + id;
    }
}
