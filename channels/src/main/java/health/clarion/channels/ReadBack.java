package health.clarion.channels;

import java.util.List;

/** What a look at the published part found. */
public sealed interface ReadBack {

    /**
     * It is there.
     *
     * @param receipt where it was found: other than before when a server gave it a new id
     * @param differences from what was signed; empty when it is equal
     */
    record Found(Receipt receipt, Published published, List<Reason> differences) implements ReadBack {
        public Found {
            differences = List.copyOf(differences);
        }

        /** Whether what is there is what was signed. */
        public boolean same() {
            return differences.isEmpty();
        }
    }

    /** The server answered, and it is not there. */
    record Missing(Reason reason) implements ReadBack {}

    /** The server could not be asked. */
    record Unreachable(Reason reason) implements ReadBack {}

    /** A published part in the words of any network. */
    record Published(
            String text, List<String> links, List<String> languages, String contentWarning, List<Shown> pictures) {
        public Published {
            links = List.copyOf(links);
            languages = List.copyOf(languages);
            pictures = List.copyOf(pictures);
        }
    }

    /** A published picture; width and height are 0 when the network does not say. */
    record Shown(String alt, int width, int height) {}
}
