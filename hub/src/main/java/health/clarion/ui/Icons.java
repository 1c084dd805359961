package health.clarion.ui;

/** Where the icons are: one sprite, Tabler Icons (MIT), outline. */
public final class Icons {

    // Raised when the sprite changes, so that browsers that kept the old one fetch it anew.
    private static final String SPRITE = "/clarion/icons.svg?v=1#i-";

    private Icons() {}

    /** Address of one icon inside the sprite. */
    public static String href(String name) {
        return SPRITE + name;
    }
}
