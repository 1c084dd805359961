package health.clarion.rig;

import java.util.Arrays;

/** How a server may fail a request that publishes. Each of them happens on real networks. */
public enum Fault {
    /** It does not fail. */
    NONE("none"),
    /** Answers 500, and the post is there. */
    ERROR_BUT_PUBLISHED("500-but-published"),
    /** Answers 500, and the post is not there. */
    ERROR_NOT_PUBLISHED("500-not-published"),
    /** Does not answer in any bearable time, and the post is there. */
    TIMEOUT_BUT_PUBLISHED("timeout-but-published"),
    /** Answers 429 with its headers; nothing is done. */
    BUSY("429"),
    /** The connection breaks before anything is done. */
    RESET_BEFORE("reset-before"),
    /** Answers well, but late. */
    SLOW("slow");

    private final String id;

    Fault(String id) {
        this.id = id;
    }

    /** As written on command lines. */
    public String id() {
        return id;
    }

    /**
     * The fault of this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Fault of(String id) {
        return Arrays.stream(values())
                .filter(fault -> fault.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + id));
    }
}
