package health.clarion.safeguards;

import java.util.Locale;

/** How much a finding weighs; the most severe comes first. */
public enum Severity {
    /** Can't be submitted until it is gone, or overridden where the rule allows it. */
    BLOCK,
    /** Should be changed; a person may decide otherwise. */
    WARN,
    /** Good to know. */
    NOTE;

    /** As the command line and the rule files write it, such as {@code block}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
