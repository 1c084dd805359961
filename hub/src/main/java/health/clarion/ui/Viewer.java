package health.clarion.ui;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Who looks at the page, as far as layout needs to know.
 *
 * @param name the first name or display name shown in the rail
 * @param authorities what the person may do: {@code ROLE_…}, {@code sign-off}, {@code publish} …
 */
public record Viewer(UUID id, String name, Locale locale, ZoneId zone, Theme theme, Set<String> authorities) {

    public boolean may(String authority) {
        return authorities.contains(authority);
    }
}
