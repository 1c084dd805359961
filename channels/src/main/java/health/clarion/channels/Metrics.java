package health.clarion.channels;

import java.util.OptionalLong;

/** Public counts of one part, each absent when the network does not tell. */
public record Metrics(OptionalLong likes, OptionalLong reposts, OptionalLong replies, OptionalLong quotes) {

    /** The network could not be asked, or does not tell. */
    public static Metrics unknown() {
        return new Metrics(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** Whether nothing at all is known. */
    public boolean isUnknown() {
        return likes.isEmpty() && reposts.isEmpty() && replies.isEmpty() && quotes.isEmpty();
    }
}
