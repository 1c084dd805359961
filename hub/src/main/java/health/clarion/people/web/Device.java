package health.clarion.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Browser and system in a few words, so that people recognise their sessions; the whole header is not kept. */
final class Device {

    // Order matters: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux.
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"Edg", "Edge"},
            new String[] {"OPR", "Opera"},
            new String[] {"Firefox", "Firefox"},
            new String[] {"FxiOS", "Firefox"},
            new String[] {"CriOS", "Chrome"},
            new String[] {"Chrome", "Chrome"},
            new String[] {"Safari", "Safari"});
    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Android", "Android"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "macOS"},
            new String[] {"CrOS", "ChromeOS"},
            new String[] {"Linux", "Linux"});

    private Device() {}

    /** {@code "Firefox · Linux"}; empty when the browser says nothing we know. */
    static String of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        if (agent == null) {
            return "";
        }
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(List<String[]> known, String agent) {
        return known.stream()
                .filter(entry -> agent.contains(entry[0]))
                .map(entry -> entry[1])
                .findFirst()
                .orElse("");
    }
}
