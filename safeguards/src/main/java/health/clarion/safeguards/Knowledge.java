package health.clarion.safeguards;

import java.util.Set;

/**
 * What the organisation knows at one moment, as an immutable snapshot.
 *
 * @param contacts e-mail addresses and phone numbers, in any usual writing, that may stand in a post: the organisation's own and public helplines
 */
public record Knowledge(Set<String> contacts) {
    private static final Knowledge EMPTY = new Knowledge(Set.of());

    public Knowledge {
        contacts = Set.copyOf(contacts);
    }

    /** Nothing known. */
    public static Knowledge empty() {
        return EMPTY;
    }

    /** The same with other contacts. */
    public Knowledge withContacts(Set<String> contacts) {
        return new Knowledge(contacts);
    }
}
