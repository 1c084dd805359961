package health.clarion.inbox;

import health.clarion.channels.Incoming;
import health.clarion.networks.Network;
import health.clarion.safeguards.Crisis;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody wrote to us or about us.
 *
 * @param account our account that was answered or mentioned
 * @param authorHandle without the leading {@code @}
 * @param text their words, plain
 * @param uri where it stands on its network
 * @param crisis how near the words come to a risk to life, 0 to 4; see {@link Crisis}
 * @param personal whether the words hold something that could identify a person
 * @param by who took it, answered it or put it away; null while it is new
 * @param since when they did
 * @param answerUrl where our answer is; null when there is none or it was written elsewhere
 * @param answerable whether an answer can be sent from here
 */
public record Item(
        UUID id,
        UUID account,
        Network network,
        Incoming.Kind kind,
        String authorHandle,
        String authorName,
        String text,
        String uri,
        Instant writtenAt,
        Instant fetchedAt,
        int crisis,
        boolean personal,
        State state,
        @Nullable UUID by,
        @Nullable Instant since,
        @Nullable String answerUrl,
        boolean answerable) {

    /** Where it stands. */
    public enum State {
        NEW,
        BEING_ANSWERED,
        ANSWERED,
        DONE;

        /** {@code "being-answered"}, as the API says it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether somebody may be in danger, so that a person must look now. */
    public boolean urgent() {
        return crisis >= Crisis.ALARM;
    }

    /** Whether somebody still has to do something. */
    public boolean open() {
        return state == State.NEW || state == State.BEING_ANSWERED;
    }

    /** Whether this member has it in hand. */
    public boolean with(UUID member) {
        return state == State.BEING_ANSWERED && member.equals(by);
    }
}
