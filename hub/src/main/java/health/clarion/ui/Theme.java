package health.clarion.ui;

import java.util.Locale;

/** Light, dark, or what the person's device asks for. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a cookie or form value; anything unknown is {@link #AUTO}. */
    public static Theme of(String id) {
        for (Theme theme : values()) {
            if (theme.id().equals(id)) {
                return theme;
            }
        }
        return AUTO;
    }
}
