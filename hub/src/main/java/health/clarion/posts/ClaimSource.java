package health.clarion.posts;

/**
 * Where a health claim comes from. Part of what is signed.
 *
 * @param claim the words of the claim as they stand in the post; {@code ""} means the only claim there is
 * @param title what the source is called, with its author or year
 * @param url where it can be read; {@code ""} when it is on paper only
 */
public record ClaimSource(String claim, String title, String url) {

    public ClaimSource {
        claim = Typed.line(claim);
        title = Typed.line(title);
        url = Typed.line(url);
    }

    /** Whether it names anything that can be looked up. */
    public boolean names() {
        return !title.isEmpty() || !url.isEmpty();
    }

    boolean isEmpty() {
        return claim.isEmpty() && !names();
    }
}
