package health.clarion.networks;

/** The social networks Clarion writes for. */
public enum Network {
    BLUESKY("Bluesky"),
    MASTODON("Mastodon"),
    X("X"),
    FACEBOOK("Facebook"),
    INSTAGRAM("Instagram"),
    THREADS("Threads"),
    LINKEDIN("LinkedIn"),
    TIKTOK("TikTok"),
    YOUTUBE("YouTube"),
    SNAPCHAT("Snapchat");

    private final String displayName;

    Network(String displayName) {
        this.displayName = displayName;
    }

    /** The stable lower-case name used in data, addresses and JSON, such as {@code bluesky}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The name as the network writes it. A brand name: the same in every language. */
    public String displayName() {
        return displayName;
    }

    /**
     * The network with this id, in any letter case.
     *
     * @throws IllegalArgumentException when there is none, naming the ids there are
     */
    public static Network of(String id) {
        for (Network network : values()) {
            if (network.name().equalsIgnoreCase(id)) {
                return network;
            }
        }
        throw new IllegalArgumentException("No network is called “" + id + "”. Known: "
                + String.join(
                        ", ", java.util.Arrays.stream(values()).map(Network::id).toList()));
    }
}
