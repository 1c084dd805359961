package health.clarion.review;

import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.review.Request.SignOff;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who may not sign, and whether the signatures there are suffice. Worked out anew each time from what carries a right
 * tag and from what the posts say about their writers, never from a state that a row merely claims.
 *
 * <p>A signature stays good when its signer leaves, changes roles or gives back a lent one: it says what they, in that
 * role, said then.
 */
@Component
class FourEyes {

    private final Requests requests;
    private final Posts posts;

    FourEyes(Requests requests, Posts posts) {
        this.requests = requests;
        this.posts = posts;
    }

    /** The newest revision before one that everybody who had to signed, or 0. */
    int lastSigned(UUID post, int before) {
        int last = 0;
        if (before <= 1) {
            return last; // nothing is earlier than the first
        }
        for (Request earlier : requests.before(post, before)) {
            if (allSigned(earlier) && nobodyOf(authors(earlier, last), earlier)) {
                last = earlier.revision();
            }
        }
        return last;
    }

    /** Everybody who wrote any part since the last complete sign-off: by the request, the revisions or the audit. */
    Set<UUID> authors(Request request) {
        return authors(request, lastSigned(request.post(), request.revision()));
    }

    private Set<UUID> authors(Request request, int lastSigned) {
        Set<UUID> authors = new HashSet<>(request.authors());
        authors.addAll(posts.authorsBetween(request.post(), lastSigned, request.revision()));
        return authors;
    }

    /** Every needed role signed these words, each a different person, none of whom wrote them. */
    boolean complete(Request request) {
        return allSigned(request) && nobodyOf(authors(request), request);
    }

    // Costs nothing, so it is looked at before anybody's writing is.
    private static boolean allSigned(Request request) {
        List<SignOff> signed = request.signed();
        long people = signed.stream().map(SignOff::signer).distinct().count();
        return !signed.isEmpty()
                && request.missing().isEmpty()
                && people == signed.size()
                && signed.stream().allMatch(sign -> sign.hash().equals(request.hash()))
                && request.intact();
    }

    private static boolean nobodyOf(Set<UUID> authors, Request request) {
        return request.signed().stream()
                .map(SignOff::member)
                .noneMatch(member -> member != null && authors.contains(member));
    }

    /** Whether the post still stands for these words: nothing was written, taken back or put away since. */
    boolean current(Request request) {
        return posts.find(request.post())
                .filter(post ->
                        post.is(Post.State.SUBMITTED) && request.submission().equals(post.submission()))
                .isPresent();
    }
}
