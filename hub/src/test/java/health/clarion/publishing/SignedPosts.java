package health.clarion.publishing;

import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.posts.Submitted;
import health.clarion.review.Reader;
import health.clarion.review.Review;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For tests of publishing: a writer, a second person, and posts that one wrote and the other signed. */
@Component
public class SignedPosts {

    public static final Set<Network> BOTH = Set.of(Network.BLUESKY, Network.MASTODON);

    private final Posts posts;
    private final Review review;
    private final SignedIn people;

    SignedPosts(Posts posts, Review review, SignedIn people) {
        this.posts = posts;
        this.review = review;
        this.people = people;
    }

    /** A new communicator. */
    public Member writer() {
        return people.member("Nadia", null, Role.COMMUNICATOR);
    }

    /** Another person who may sign. */
    public Member reader() {
        return people.member("Ilse", null, Role.COMMUNICATOR, Role.CLINICIAN, Role.LEGAL);
    }

    /** Written and handed in, not signed. */
    public Submission submitted(Content content, Member writer) {
        return submitted(content, writer, UUID.randomUUID());
    }

    public Submission submitted(Content content, Member writer, UUID campaign) {
        Post post = posts.create(campaign, "When a friend goes quiet", "en", content, writer.id());
        return submitted(post, writer);
    }

    /** Handed in as it is now. */
    public Submission submitted(Post post, Member writer) {
        Submitted answer = posts.submit(post.id(), post.version(), writer.id());
        if (answer instanceof Submitted.Ok ok) {
            return ok.submission();
        }
        throw new AssertionError("the post was not accepted: " + answer);
    }

    /** Other words for a post that was handed in, handed in again. */
    public Submission resubmitted(UUID post, Content content, Member writer) {
        Post known = posts.find(post).orElseThrow();
        posts.save(known.id(), known.version(), content, writer.id());
        return submitted(posts.find(post).orElseThrow(), writer);
    }

    /** Everybody who is needed signs. */
    public void sign(Submission submission) {
        for (Reader role : review.find(submission.id()).orElseThrow().missing()) {
            review.sign(submission.id(), role, submission.hash(), reader(), "SESSION");
        }
    }

    /** Written, handed in and signed. */
    public Submission signed(Content content, Member writer) {
        Submission submission = submitted(content, writer);
        sign(submission);
        return submission;
    }

    /** Words with a mark of their own, for both networks. */
    public static Content words(String text) {
        return Content.of(text + " " + UUID.randomUUID().toString().substring(0, 8), "en", BOTH);
    }

    public static Content thread(String text, String more) {
        return words(text).withThread(List.of(more));
    }
}
