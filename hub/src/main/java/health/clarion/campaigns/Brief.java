package health.clarion.campaigns;

import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is about: everything people write down before they write posts.
 *
 * @param change the change it wants, in one sentence; shown under the title
 * @param cause what it belongs to, such as "student mental health"; may be empty
 * @param story why, for the public page; paragraphs are separated by an empty line; may be empty
 * @param ask what the public page asks for; may be empty
 * @param day id of the awareness day it rides on, or null
 * @param owner the member who answers for it
 */
public record Brief(
        String title,
        String change,
        String cause,
        Goal goal,
        String story,
        String ask,
        List<Action> actions,
        List<Audience> audiences,
        List<Hashtag> hashtags,
        LocalDate starts,
        LocalDate ends,
        @Nullable String day,
        List<Partner> partners,
        UUID owner,
        Set<Network> networks) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_SENTENCE = 300;
    public static final int LONGEST_STORY = 10_000;
    public static final int LONGEST_ASK = 2_000;
    public static final int MOST_ROWS = 12;
    public static final int MOST_HASHTAGS = 30;

    public Brief {
        actions = List.copyOf(actions);
        audiences = List.copyOf(audiences);
        hashtags = List.copyOf(hashtags);
        partners = List.copyOf(partners);
        networks = Set.copyOf(networks);
        if (title.isBlank() || change.isBlank() || ends.isBefore(starts)) {
            throw new IllegalArgumentException(
                    "a brief needs a title, a change, and an end that is not before its start");
        }
    }

    /** The least a brief can be; the rest is added with the methods below. */
    public static Brief of(String title, String change, Goal goal, LocalDate starts, LocalDate ends, UUID owner) {
        return new Brief(
                title, change, "", goal, "", "", List.of(), List.of(), List.of(), starts, ends, null, List.of(), owner,
                Set.of());
    }

    public Brief about(String newCause, @Nullable String newDay) {
        return new Brief(
                title, change, newCause, goal, story, ask, actions, audiences, hashtags, starts, ends, newDay, partners,
                owner, networks);
    }

    public Brief telling(String newStory, String newAsk, List<Action> newActions) {
        return new Brief(
                title,
                change,
                cause,
                goal,
                newStory,
                newAsk,
                newActions,
                audiences,
                hashtags,
                starts,
                ends,
                day,
                partners,
                owner,
                networks);
    }

    public Brief speakingTo(List<Audience> newAudiences, Set<Network> newNetworks) {
        return new Brief(
                title,
                change,
                cause,
                goal,
                story,
                ask,
                actions,
                newAudiences,
                hashtags,
                starts,
                ends,
                day,
                partners,
                owner,
                newNetworks);
    }

    public Brief with(List<Partner> newPartners) {
        return new Brief(
                title,
                change,
                cause,
                goal,
                story,
                ask,
                actions,
                audiences,
                hashtags,
                starts,
                ends,
                day,
                newPartners,
                owner,
                networks);
    }

    public Brief tagged(List<Hashtag> newHashtags) {
        return new Brief(
                title,
                change,
                cause,
                goal,
                story,
                ask,
                actions,
                audiences,
                newHashtags,
                starts,
                ends,
                day,
                partners,
                owner,
                networks);
    }

    /** The same brief with a capital for each word in every hashtag that a screen reader would read as one word. */
    public Brief withReadableHashtags() {
        return tagged(
                hashtags.stream().map(tag -> tag.inCamelCase().orElse(tag)).toList());
    }

    /** Whether some hashtag would be read as one long word. */
    public boolean hasUnreadableHashtags() {
        return hashtags.stream().anyMatch(Hashtag::needsCapitals);
    }

    /** The networks in the order we always name them. */
    public List<Network> networksInOrder() {
        return networks.stream().sorted().toList();
    }
}
