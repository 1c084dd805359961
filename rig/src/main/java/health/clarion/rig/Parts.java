package health.clarion.rig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the real parts are that tests run against, and what their absence means. */
public final class Parts {

    private static final List<String> BROWSERS = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Parts() {}

    /** Where set-up scripts keep what they fetched: {@code CLARION_CACHE}, else {@code ~/.cache/clarion}. */
    public static Path cache() {
        String own = System.getenv("CLARION_CACHE");
        return own != null && !own.isBlank()
                ? Path.of(own)
                : Path.of(System.getProperty("user.home"), ".cache", "clarion");
    }

    /**
     * Whether a missing part is a failure (in continuous integration: {@code CI} or {@code CLARION_CI} is true) rather
     * than a skipped test.
     */
    public static boolean required() {
        return Boolean.parseBoolean(System.getenv("CI")) || Boolean.parseBoolean(System.getenv("CLARION_CI"));
    }

    /** The Chromium of this machine: {@code CLARION_CHROMIUM}, or where distributions put it. */
    public static Optional<Path> chromium() {
        String own = System.getenv("CLARION_CHROMIUM");
        if (own != null && !own.isBlank()) {
            return Optional.of(Path.of(own)).filter(Files::isExecutable);
        }
        return BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Flags that keep Chromium quiet and on this machine. {@code --no-sandbox} because tests may run as root. */
    public static List<String> chromiumFlags() {
        return List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
    }
}
