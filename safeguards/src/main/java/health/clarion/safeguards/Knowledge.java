package health.clarion.safeguards;

import health.clarion.safeguards.claims.KnownClaims;
import java.util.List;
import java.util.Set;

/**
 * What the organisation knows at one moment, as an immutable snapshot.
 *
 * @param contacts e-mail addresses and phone numbers, in any usual writing, that may stand in a post: the organisation's own and public helplines
 * @param publicFigures full names of people who may be named, those of the campaign at hand: whoever speaks for it or is spoken of in public
 * @param places names and addresses of the organisation's own places, as they are written in posts
 * @param events names and dates of its own events, as they are written in posts, such as {@code 12 May 2026}
 * @param claims claims that were checked, made ready, one set a language
 */
public record Knowledge(
        Set<String> contacts,
        Set<String> publicFigures,
        Set<String> places,
        Set<String> events,
        List<KnownClaims> claims) {
    private static final Knowledge EMPTY = new Knowledge(Set.of());

    public Knowledge {
        contacts = Set.copyOf(contacts);
        publicFigures = Set.copyOf(publicFigures);
        places = Set.copyOf(places);
        events = Set.copyOf(events);
        claims = List.copyOf(claims);
    }

    /** No claim is known. */
    public Knowledge(Set<String> contacts, Set<String> publicFigures, Set<String> places, Set<String> events) {
        this(contacts, publicFigures, places, events, List.of());
    }

    /** Only contacts are known. */
    public Knowledge(Set<String> contacts) {
        this(contacts, Set.of(), Set.of(), Set.of());
    }

    /** Nothing known. */
    public static Knowledge empty() {
        return EMPTY;
    }

    /** The same with other contacts. */
    public Knowledge withContacts(Set<String> contacts) {
        return new Knowledge(contacts, publicFigures, places, events, claims);
    }

    /** The same with other public figures. */
    public Knowledge withPublicFigures(Set<String> names) {
        return new Knowledge(contacts, names, places, events, claims);
    }

    /** The same with other places of its own. */
    public Knowledge withPlaces(Set<String> places) {
        return new Knowledge(contacts, publicFigures, places, events, claims);
    }

    /** The same with other events of its own. */
    public Knowledge withEvents(Set<String> events) {
        return new Knowledge(contacts, publicFigures, places, events, claims);
    }

    /** The same with other checked claims, one set a language, such as {@link health.clarion.safeguards.claims.ClaimLibrary#known()}. */
    public Knowledge withClaims(List<KnownClaims> claims) {
        return new Knowledge(contacts, publicFigures, places, events, claims);
    }
}
