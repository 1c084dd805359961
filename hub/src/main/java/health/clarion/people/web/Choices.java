package health.clarion.people.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What people choose from: languages and time zones. */
public final class Choices {

    private Choices() {}

    /** Each language by its own name. */
    public static List<Map.Entry<String, String>> languages() {
        return List.of(Map.entry("en", "English"), Map.entry("es", "Español"), Map.entry("ca", "Català"));
    }

    /** Regions of the world with their zones; abbreviations and fixed offsets are left out. */
    public static List<String> zones() {
        return ZONES;
    }

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")
                    || id.equals("UTC"))
            .sorted()
            .toList();

    /** {@code "Europe/London"} as people read it: "Europe / London". */
    public static String shown(String zone) {
        return zone.replace("/", " / ").replace('_', ' ');
    }
}
