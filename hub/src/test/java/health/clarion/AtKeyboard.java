package health.clarion;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Somebody without a mouse. Whatever they use they reach with Tab and work with keys, as a keyboard, a switch or a screen
 * reader does; so each step also shows that it can be done, that the focus can be seen, and that nothing traps it.
 */
final class AtKeyboard {

    /** No page may need more presses of Tab than this from where the focus is. */
    private static final int MOST_STOPS = 150;

    private static final List<String> DATE_ORDERS = List.of("MMddyyyy", "ddMMyyyy", "yyyyMMdd");
    private static final int LONGEST_WAIT_MILLIS = 30_000;

    // Toward the wanted control: back when it stands before the focus, forward otherwise.
    private static final String TOWARD = """
            wanted => wanted === document.activeElement ? "" :
                document.activeElement.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ?
                    "Shift+Tab" : "Tab"
            """;

    // WCAG 2.4.7 and 2.4.11: the focus is drawn, on the control or the frame around it, and not wholly behind anything.
    private static final String UNSEEN = """
            wanted => {
                const drawn = element => {
                    const style = getComputedStyle(element);
                    return style.outlineStyle !== "none" && style.outlineWidth !== "0px" || style.boxShadow !== "none";
                };
                const box = wanted.getBoundingClientRect();
                const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
                const open = points.some(([x, y]) => {
                    const top = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
                    return top && (wanted.contains(top) || top.contains(wanted) || wanted.labels?.[0]?.contains(top));
                });
                return ([wanted, wanted.parentElement].some(drawn) ? "" : "no focus ring ") + (open ? "" : `at ${Math.round(box.x)},${Math.round(box.y)} of ${innerWidth}x${innerHeight}, hidden behind ` +
                        document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.outerHTML.slice(0, 200));
            }
            """;

    private final Page page;
    private final Set<String> looked;
    private final Queue<FileChooser> windowsOfFiles = new ArrayDeque<>();

    /** @param looked names of the pages that somebody in the same test looked at */
    AtKeyboard(Page page, Set<String> looked) {
        this.page = page;
        this.looked = looked;
        page.setDefaultTimeout(LONGEST_WAIT_MILLIS);
        // From the start: asked for only when one is about to open, it may come too late on a busy machine.
        page.onFileChooser(windowsOfFiles::add);
    }

    Page page() {
        return page;
    }

    /** Types an address into the browser, as one begins. */
    void open(String address) {
        page.navigate(address);
    }

    /** Moves the focus there. */
    Locator reach(Locator wanted) {
        wanted.waitFor();
        for (int stop = 0; stop <= MOST_STOPS; stop++) {
            String key = (String) wanted.evaluate(TOWARD);
            if (key.isEmpty()) {
                canBeSeen(wanted);
                return wanted;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("Tab does not reach " + wanted + "; it is now on "
                + page.evaluate("document.activeElement.outerHTML.slice(0, 200)"));
    }

    // What the server found may still push the page about, so a moment is allowed.
    private void canBeSeen(Locator focused) {
        try {
            page.waitForCondition(() -> focused.evaluate(UNSEEN).equals(""));
        } catch (TimeoutError never) {
            throw new AssertionError("the focus on " + focused + ": " + focused.evaluate(UNSEEN), never);
        }
    }

    /** Presses the button with this name. */
    void press(String name) {
        press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    void press(Locator button) {
        reach(button);
        page.keyboard().press("Enter");
    }

    /** Follows the first link with this name. */
    void follow(String name) {
        press(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first());
    }

    /** Goes to a place of the main menu; the number of things that wait there may stand beside its name. */
    void goTo(String place) {
        press(page.locator("nav.places").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(place)));
    }

    /** Writes into the field with this label, in place of what stands there. */
    void write(String label, String text) {
        write(field(label), text);
    }

    void write(Locator field, String text) {
        reach(field);
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.keyboard().type(text);
        assertThat(field.inputValue()).isEqualTo(text);
    }

    /** Writes on where the cursor is, as after a link that leads into a field. */
    void write(String text) {
        page.keyboard().type(text);
    }

    /** Chooses from a list by typing the beginning of its words. */
    void choose(String label, String words) {
        Locator list = reach(field(label));
        page.keyboard().type(words);
        assertThat(list.evaluate("list => list.selectedOptions[0].label")).isEqualTo(words);
    }

    /** Ticks a box, or takes the tick away. */
    void tick(Locator box) {
        boolean before = reach(box).isChecked();
        page.keyboard().press("Space");
        assertThat(box.isChecked()).isNotEqualTo(before);
    }

    void tick(String label) {
        tick(field(label));
    }

    /** Chooses one of a few: Tab reaches the group, arrows go through it. */
    void pick(String label) {
        Locator wanted = field(label);
        Locator group = page.locator("input[type=radio][name='" + wanted.getAttribute("name") + "']");
        Locator chosen = group.and(page.locator(":checked"));
        reach(chosen.count() > 0 ? chosen : group.first());
        page.keyboard().press("Space");
        for (int choice = 0; choice < group.count() && !wanted.isChecked(); choice++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(wanted.isChecked()).as(label).isTrue();
    }

    /** Goes to another of the tabs with the arrows. */
    void turnTo(String tab) {
        Locator wanted = page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab));
        Locator tabs = page.getByRole(AriaRole.TAB);
        reach(page.locator("[role=tab][aria-selected=true]"));
        for (int turn = 0; turn < tabs.count() && !"true".equals(wanted.getAttribute("aria-selected")); turn++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(wanted.getAttribute("aria-selected")).isEqualTo("true");
    }

    /** Types a day in the order in which the browser asks for it. */
    void writeDay(String label, LocalDate day) {
        typeInOrder(field(label), day.atStartOfDay(), List.of(""), day.toString());
    }

    /** Types a day and a time in the order in which the browser asks for them. */
    void writeTime(Locator field, LocalDateTime time) {
        // Where the clock has twelve hours, what stands there already may be the other half of the day.
        String half = time.getHour() < 12 ? "'a'" : "'p'";
        typeInOrder(
                field,
                time,
                List.of("HHmm", "hhmm" + half),
                time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
    }

    // Which order that is, the language of the browser decides, not the page's.
    private void typeInOrder(Locator field, LocalDateTime time, List<String> clocks, String wanted) {
        reach(field);
        for (String clock : clocks) {
            for (String order : DATE_ORDERS) {
                page.keyboard().type(time.format(DateTimeFormatter.ofPattern(order + clock)));
                if (field.inputValue().equals(wanted)) {
                    return;
                }
                for (int part = 0; part < order.length(); part++) {
                    page.keyboard().press("ArrowLeft");
                }
            }
        }
        throw new AssertionError("typed " + wanted + ", it became " + field.inputValue());
    }

    /** Opens the window of files with Enter and takes this one. */
    void takeFile(String label, Path file) {
        reach(field(label));
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !windowsOfFiles.isEmpty());
        windowsOfFiles.remove().setFiles(file);
    }

    /** Waits until these words stand on the page. */
    void see(String words) {
        Locator there = page.getByText(words)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
        try {
            there.waitFor();
        } catch (TimeoutError never) {
            throw new AssertionError(
                    "“" + words + "” never came; the page says:\n"
                            + page.locator("main").innerText(),
                    never);
        }
    }

    /** Loads the page again until these words stand on the page. */
    void seeAfterReloading(String words) {
        page.waitForCondition(() -> {
            page.reload();
            return page.getByText(words).count() > 0;
        });
    }

    /**
     * axe-core finds nothing on the page as it is now, light and dark, narrow and wide. The same page is not looked at
     * again while this test lasts.
     */
    void lookAround(String name) {
        if (looked.add(name)) {
            RealBrowser.checkEverywhere(page, name);
            page.setViewportSize(1280, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
