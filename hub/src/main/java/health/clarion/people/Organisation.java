package health.clarion.people;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The organisation this hub serves.
 *
 * @param locale the language of public pages when a visitor asks for none, and of invitations
 * @param address where the hub is reached from outside, without a slash at the end; links in mail start with it
 * @param dutyContact how staff reach whoever is on duty; empty when nobody wrote it down
 */
public record Organisation(String name, ZoneId zone, Locale locale, URI address, String dutyContact) {

    /** The absolute link to a path of ours. */
    public String link(String path) {
        return address + path;
    }
}
