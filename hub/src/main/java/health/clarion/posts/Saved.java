package health.clarion.posts;

/** What became of saving. */
public sealed interface Saved {

    /**
     * It is kept.
     *
     * @param version to start from next time
     */
    record Ok(Revision revision, long version) implements Saved {}

    /**
     * Somebody else saved meanwhile; nothing was overwritten.
     *
     * @param theirs what is there now
     * @param version to start from when both are brought together
     */
    record Conflict(Revision theirs, long version) implements Saved {}

    /**
     * More than a post may hold; nothing was saved.
     *
     * @param field message key of the field's name
     */
    record TooLong(String field, int limit, int was) implements Saved {}
}
