package health.clarion.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import health.clarion.InDemoWorld;
import health.clarion.RealBrowser;
import health.clarion.demo.Cast.Part;
import health.clarion.posts.Filter;
import health.clarion.posts.Posts;
import health.clarion.review.Request;
import health.clarion.review.Review;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Takes the README's pictures at Harbour Minds. With {@code -Dclarion.pictures=DIR} they stay there. */
@InDemoWorld
class PicturesTest {

    private static final int MOST_BYTES = 300_000;

    private final Posts posts;
    private final Review review;

    @LocalServerPort
    private int port;

    @TempDir
    private Path scratch;

    PicturesTest(Posts posts, Review review) {
        this.posts = posts;
        this.review = review;
    }

    @Test
    void theReadmesPicturesShowHarbourMindsAtWork() throws Exception {
        String kept = System.getProperty("clarion.pictures", "");
        Path folder = kept.isEmpty() ? scratch : Files.createDirectories(Path.of(kept));
        try (RealBrowser browser = RealBrowser.start();
                BrowserContext hers = browser.visitor("http://localhost:" + port);
                BrowserContext theirs = browser.visitor("http://localhost:" + port)) {
            Page nadia = signedIn(hers, Part.NADIA);
            nadia.navigate("/posts/" + post("What a friend told us"));
            nadia.locator("#margin-all details").first().waitFor();
            take(nadia, folder.resolve("composer.png"));
            nadia.navigate("/calendar");
            nadia.locator(".fc-event").first().waitFor();
            take(nadia, folder.resolve("calendar.png"));

            Page ilse = signedIn(theirs, Part.ILSE);
            Request waiting = review.ofPosts(List.of(post("The night porter knew my name")))
                    .getFirst();
            ilse.navigate("/review/" + waiting.submission());
            take(ilse, folder.resolve("review.png"));
            ilse.navigate("/");
            ilse.getByText("One Open Door").first().click();
            take(ilse, folder.resolve("campaign.png"));
        }
        for (String name : new String[] {"composer", "calendar", "review", "campaign"}) {
            assertThat(Files.size(folder.resolve(name + ".png"))).as(name).isBetween(20_000L, (long) MOST_BYTES);
        }
    }

    private Page signedIn(BrowserContext visitor, Part part) {
        Page page = visitor.newPage();
        EveryPageTest.signIn(page, part);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return page;
    }

    private UUID post(String title) {
        return posts.list(Filter.all()).stream()
                .filter(post -> post.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void take(Page page, Path file) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
