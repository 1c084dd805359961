package health.clarion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import health.clarion.rig.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The distribution's Chromium, and what every page must pass in it: axe-core finds nothing and nothing scrolls
 * sideways, narrow and wide, light and dark. With {@code -Dclarion.screens=DIR} it leaves pictures.
 */
public final class RealBrowser implements AutoCloseable {

    // What sticks out, innermost last; nothing when the page can't be scrolled sideways.
    private static final String TOO_WIDE = """
            document.documentElement.scrollWidth <= innerWidth ? "" : [...document.querySelectorAll("body *")]
                .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 12)
                .map(element => element.outerHTML.slice(0, 120))
                .join("\\n") || "the page itself"
            """;
    private final Playwright playwright;
    private final Browser browser;

    private RealBrowser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(Parts.chromiumFlags()));
    }

    /** Starts Chromium; without one the test is skipped by its name, and fails in CI. */
    public static RealBrowser start() {
        return Parts.chromium().map(RealBrowser::new).orElseGet(() -> {
            String missing = "No Chromium here: install the distribution's";
            return Parts.required() ? fail(missing) : abort(missing);
        });
    }

    /** A fresh visitor whose addresses start with {@code base}. */
    public BrowserContext visitor(String base) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("en-GB")
                .setViewportSize(1280, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /**
     * Looks at the page as it is now: narrow and dark, wide and light; with {@code clarion.screens} all four. The two
     * left out otherwise differ in nothing that these don't show, and time is short.
     */
    public static void check(Page page, String name) {
        boolean all = !System.getProperty("clarion.screens", "").isEmpty();
        look(page, name, 320, ColorScheme.DARK);
        if (all) {
            look(page, name, 320, ColorScheme.LIGHT);
            look(page, name, 1280, ColorScheme.DARK);
        }
        look(page, name, 1280, ColorScheme.LIGHT);
    }

    /** Looks at the page as it is now at both widths in both themes. */
    public static void checkEverywhere(Page page, String name) {
        look(page, name, 320, ColorScheme.DARK);
        look(page, name, 320, ColorScheme.LIGHT);
        look(page, name, 1280, ColorScheme.DARK);
        look(page, name, 1280, ColorScheme.LIGHT);
    }

    /** Pieces of a page may still come while it is looked at, in pixels. */
    private static final int ROOM_TO_GROW = 600;

    private static void look(Page page, String name, int width, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        String state = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        picture(page, state);
        // So tall that all of the page is seen at once: the bar for the thumb then lies over nothing. What it covers
        // half can be
        // scrolled free, but axe would measure the half.
        Number height = (Number) page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(width, Math.max(900, height.intValue() + ROOM_TO_GROW));
        checkOnce(page, state);
    }

    private static void picture(Page page, String state) {
        String folder = System.getProperty("clarion.screens", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, state + ".png"))
                    .setFullPage(true));
        }
    }

    // In one go in the page itself: it has no frames, and what passed would only be carried about. Half the time.
    private static AxeRunOptions violationsOnly() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static void checkOnce(Page page, String name) {
        assertThat(page.evaluate(TOO_WIDE))
                .as("%s does not scroll sideways", name)
                .isEqualTo("");
        var found = new AxeBuilder(page)
                .options(violationsOnly())
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        assertThat(found.getViolations().stream()
                        .flatMap(rule -> Stream.concat(
                                Stream.of(rule.getId() + ": " + rule.getHelp()),
                                rule.getNodes().stream().map(node -> "  " + node.getHtml())))
                        .toList())
                .as("axe on %s", name)
                .isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
