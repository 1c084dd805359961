package health.clarion.posts;

import health.clarion.people.Member;

/** Something a post can be made from: a story, a fact-check, a post. Modules offer theirs as beans. */
public interface PostOrigin {

    /** What stands before the colon in {@code /posts/new?from=story:…}. */
    String kind();

    /**
     * What the post starts with.
     *
     * @param id what stands after the colon
     * @throws health.clarion.ui.Problem when there is no such thing, or this member may not see it
     */
    Start start(String id, Member member);

    /** A post was begun from it; whoever offers this may keep how the two belong together. */
    default void begun(String id, Post post, Member member) {}

    /** Title and words to start with; the writer changes them before anything is kept. */
    record Start(String title, Content content) {}
}
