package health.clarion.posts;

import health.clarion.networks.Network;
import health.clarion.safeguards.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything that is written here, from a first draft to what was handed to review. */
public interface Posts {

    /**
     * Begins a post.
     *
     * @throws health.clarion.ui.Problem when the title is missing or anything is too long
     */
    Post create(UUID campaign, String title, String language, Content content, UUID author);

    /**
     * Begins a post from the newest words of another, as a template or to translate it. Whoever wrote those words
     * counts as an author of the new ones too.
     *
     * @param language the new post's; when it differs from the other's, the new one is its translation
     */
    Post copy(UUID from, String title, String language, UUID author);

    Optional<Post> find(UUID id);

    /** Many at once, by id; unknown ids are left out. */
    Map<UUID, Post> named(Collection<UUID> ids);

    List<Post> list(Filter filter);

    /** The posts that say the same in other languages, including the one they were translated from. */
    List<Post> translations(UUID id);

    /**
     * Keeps new words. Saving what is already there changes nothing. Words saved over a submission take it back: see
     * {@link PostEdited}. Saves of one author within five minutes are one revision. Whoever brings earlier words back shares
     * them with those who wrote them.
     *
     * @param baseVersion the {@link Post#version} the writer started from
     * @throws health.clarion.ui.Problem when there is no such post or it is archived
     */
    Saved save(UUID post, long baseVersion, Content content, UUID author);

    /** Gives a post another title; its words stay, so nothing that was signed is touched. */
    Post rename(UUID post, String title, UUID by);

    /**
     * Hands the newest words to review: checks every version, renders what each network will be sent, and takes its
     * fingerprint. Handing in the same version again answers with the same submission. Asks connected accounts to
     * resolve mentions, so it must not run inside a transaction.
     */
    Submitted submit(UUID post, long version, UUID author);

    /** Takes a submitted post back to go on writing; does nothing when it isn't submitted. */
    Post withdraw(UUID post, UUID by);

    /** Puts a post away, or back; one that is submitted is taken back first. */
    Post archive(UUID post, boolean away, UUID by);

    /** Removes a draft that never was submitted; others can only be archived. */
    void delete(UUID post, UUID by);

    Optional<Submission> submission(UUID id);

    /** What was last handed in, also when it was taken back since. */
    Optional<Submission> newest(UUID post);

    /**
     * What was found when it was handed in, told in the reader's language. Words of a rule that is no longer there stay
     * as they were kept.
     *
     * @throws java.util.NoSuchElementException when there is no such submission
     */
    ReportSummary report(UUID submission, Locale reader);

    /**
     * Renders a submission again from its revision and the media bytes, and looks at it by today's rules; all of one
     * reading of the rows.
     *
     * @throws java.util.NoSuchElementException when there is no such submission
     */
    LookedAgain lookAgain(UUID submission);

    /**
     * What a submission is now.
     *
     * @param hash equal to {@link Submission#hash} unless a row or a file was changed behind our back
     * @param blocking what the safeguards say against what was once let through: findings that block and that nobody
     *     gave a reason for
     */
    record LookedAgain(Submission submission, ContentHash hash, List<Finding> blocking) {}

    /** The submission, when its payloads as read just now have this hash; so what was looked at is what is held in hand. */
    Optional<Submission> asSigned(UUID submission, ContentHash hash);

    /**
     * What the readers of each network will see of a submission: its words with labelled links, warning and card.
     *
     * @throws java.util.NoSuchElementException when there is no such submission
     */
    Map<Network, Sending> sendings(UUID submission);

    /**
     * Whoever wrote any part of the revisions after one, up to and including another: by the revisions or by the audit,
     * so that changing one of the two hides nobody.
     */
    Set<UUID> authorsBetween(UUID post, int afterRevision, int upToRevision);

    /** The newest first, at most {@code limit} (bounded to 200). */
    List<Revision> revisions(UUID post, int limit);

    /** One revision. */
    Optional<Revision> revision(UUID post, int number);
}
