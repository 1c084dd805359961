package health.clarion.posts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.clarion.HubTest;
import health.clarion.RealBrowser;
import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Link;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writing in a real browser: looked at and kept while typing, by keyboard, and nothing typed is lost. */
@HubTest
class ComposerInBrowserTest {

    private static final Set<Network> FOUR =
            Set.of(Network.BLUESKY, Network.MASTODON, Network.INSTAGRAM, Network.LINKEDIN);

    private static final String WORDS = """
            When a friend goes quiet, you don’t need perfect words. “How are you, really?” is enough to start.

            Jamie told us one open door kept him from committing suicide.

            Ask your college to keep one door open every evening.

            #oneopendoor\
            """;

    private static RealBrowser browser;

    private final SignedIn signedIn;
    private final Campaigns campaigns;
    private final Posts posts;

    @LocalServerPort
    private int port;

    ComposerInBrowserTest(SignedIn signedIn, Campaigns campaigns, Posts posts) {
        this.signedIn = signedIn;
        this.campaigns = campaigns;
        this.posts = posts;
    }

    @BeforeAll
    static void open() {
        browser = RealBrowser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Post draft(Member author, String text) {
        LocalDate today = LocalDate.of(2026, 11, 21);
        Audience students = new Audience("Students, 16 to 24", "", Set.of(AgeBand.values()[0]), List.of("en"), 12);
        Campaign campaign = campaigns.create(
                Brief.of(
                                "One Open Door",
                                "A door open every evening",
                                Goal.values()[0],
                                today,
                                today.plusDays(30),
                                author.id())
                        .speakingTo(List.of(students), FOUR),
                author.actor());
        Content content = Content.of(text, "en", FOUR)
                .withLink(new Link("https://harbourminds.example/door", "One Open Door", "Ask your college"));
        return posts.create(campaign.id(), "When a friend goes quiet", "en", content, author.id());
    }

    private String kept(Post post) {
        return posts.revisions(post.id(), 1).getFirst().content().text();
    }

    private void signIn(Page page, Member member, String next) {
        page.navigate("/sign-in?next=" + next);
        page.getByLabel("E-mail address").fill(member.email().value());
        page.getByLabel("Password").fill(SignedIn.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith(port + next));
    }

    private BrowserContext visitor() {
        return browser.visitor("http://localhost:" + port);
    }

    private static Locator words(Page page) {
        return page.getByLabel("What do you want to say?");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void wordsAreLookedAtAndKeptWhileTheyAreTyped() {
        Member nadia = signedIn.withPassword("Nadia Okafor", Role.MODERATOR);
        Post post = draft(nadia, "Hello.");
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signIn(page, nadia, "/posts/" + post.id());
            words(page).fill(WORDS);

            assertThat(page.locator("#mirror-all-0 mark.k-warn")
                            .filter(new Locator.FilterOptions().setHasText("committing suicide")))
                    .hasCount(1);
            assertThat(page.locator("#saved")).containsText("Saved");
            assertThat(kept(post)).isEqualTo(WORDS);
            RealBrowser.check(page, "composer");

            page.locator("#margin-all summary")
                    .filter(new Locator.FilterOptions()
                            .setHasText(Pattern.compile("crime|blame|suicide", Pattern.CASE_INSENSITIVE)))
                    .first()
                    .focus();
            Locator card = page.locator("#margin-all details[data-key*='suicide-crime']");
            if (card.getAttribute("open") == null) {
                page.keyboard().press("Enter");
            }
            card.getByRole(AriaRole.BUTTON).press("Enter");
            assertThat(words(page)).hasValue(WORDS.replace("committing suicide", "dying by suicide"));
            assertThat(page.locator("#mirror-all-0")).not().containsText("committing suicide");
        }
    }

    @Test
    void everythingFoundIsReadableAndOpenableToEverybody() {
        Member nadia = signedIn.withPassword("Nadia Okafor", Role.MODERATOR);
        Post post = draft(nadia, """
                The flu vaccine gives you flu. Ring her on 07400 123456. I want to die. He committed suicide. The elderly suffer from
                diabetes. Hypertension is a comorbidity. The mentally ill are crazy. #mentalhealthawareness""");
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signIn(page, nadia, "/posts/" + post.id());
            page.setViewportSize(320, 720);
            Locator also = page.locator("#margin-all details.also > summary");
            also.press("Enter");
            assertThat(page.locator("#margin-all details.also .finding").first())
                    .isVisible();
            Locator closed = page.locator("#margin-all .finding:not([open]) > summary");
            while (closed.count() > 0) {
                closed.first().press("Enter");
            }
            assertThat(page.locator("#margin-all")).containsText("NHS says: false.");
            assertThat(page.locator("#margin-all .masked").first()).containsText("[PHONE]");
            RealBrowser.check(page, "composer-all-found");
        }
    }

    @Test
    void everyTabIsReachedByArrowKeysAndShowsWhatWasFound() {
        Member nadia = signedIn.withPassword("Nadia Okafor", Role.MODERATOR);
        Post post = draft(nadia, WORDS + " And so on.".repeat(30));
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signIn(page, nadia, "/posts/" + post.id());
            page.getByRole(AriaRole.TAB).first().focus();
            page.keyboard().press("ArrowRight");

            assertThat(page.getByLabel("Words for Bluesky")).isVisible();
            assertThat(words(page)).isHidden();
            assertThat(page.locator("#margin-bluesky details")).not().hasCount(0);
            assertThat(page.locator("#gauge-bluesky .over")).not().hasCount(0);
            RealBrowser.check(page, "composer-bluesky");
            page.getByLabel("Words for Bluesky").fill("Short for Bluesky.");
            assertThat(page.locator("#gauge-bluesky .over")).hasCount(0);
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Home");
            assertThat(page.locator("#saved")).containsText("Saved");
            assertThat(posts.revisions(post.id(), 1).getFirst().content().variants())
                    .containsOnlyKeys(Network.BLUESKY);
        }
    }

    @Test
    void onAPhoneWhatMustChangeIsAtHandAndLeadsToTheReview() {
        Member nadia = signedIn.withPassword("Nadia Okafor", Role.MODERATOR);
        Post post = draft(nadia, WORDS + " Walking every day lowers the risk of a heart attack.");
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signIn(page, nadia, "/posts/" + post.id());
            page.setViewportSize(320, 720);
            Locator atHand = page.locator("#nearly a");
            assertThat(atHand).hasText("1 thing must change");
            page.locator("#previews figure").last().scrollIntoViewIfNeeded();
            assertThat(atHand).isInViewport();
            atHand.press("Enter");
            assertThat(page.locator("#before")).isInViewport();

            Locator card = page.locator("#margin-all details[data-key*='needs-source']");
            if (card.getAttribute("open") == null) {
                card.locator("summary").press("Enter");
            }
            page.locator("#sources-fold > summary").press("Enter");
            assertThat(page.locator("#source-title-0")).isHidden();
            card.getByRole(AriaRole.LINK).press("Enter");
            assertThat(page.locator("#source-title-0")).isFocused();
            page.keyboard().type("NHS 2024");
            page.keyboard().press("Tab");
            page.keyboard().type("https://nhs.example/walking");
            assertThat(atHand).hasText("Ready to send to review");
        }
    }

    @Test
    void withoutAConnectionTheWordsStayOnTheDeviceAndAreSavedLater() {
        Member nadia = signedIn.withPassword("Nadia Okafor", Role.MODERATOR);
        Post post = draft(nadia, "Hello.");
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signIn(page, nadia, "/posts/" + post.id());
            visitor.setOffline(true);
            words(page).fill("Typed in a tunnel.");
            assertThat(page.locator("#saved")).containsText("No connection");

            visitor.setOffline(false);
            assertThat(page.locator("#saved")).containsText("Saved");
            assertThat(kept(post)).isEqualTo("Typed in a tunnel.");

            page.evaluate(
                    "post => localStorage.setItem('clarion-post-' + post, JSON.stringify({fields: [['text', 'Left on this device.']]}))",
                    post.id().toString());
            page.reload();
            button(page, "Bring them back").click();
            assertThat(words(page)).hasValue("Left on this device.");
            assertThat(page.locator("#saved")).containsText("Saved");
            assertThat(kept(post)).isEqualTo("Left on this device.");
        }
    }

    @Test
    void twoPeopleWritingSeeEachOtherAndBringTheirWordsTogether() {
        Member nadia = signedIn.withPassword("Nadia Okafor", Role.MODERATOR);
        Member carles = signedIn.withPassword("Carles Ferrer", Role.MODERATOR);
        Post post = draft(nadia, "The first words.");
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signIn(page, nadia, "/posts/" + post.id());
            posts.save(
                    post.id(),
                    post.version(),
                    posts.revision(post.id(), 1).orElseThrow().content().withText("His words."),
                    carles.id());
            words(page).fill("Her words.");
            assertThat(page.locator("#saved")).containsText("nothing was overwritten");
            button(page, "See both").click();

            assertThat(page.getByText("Carles Ferrer saved other words")).isVisible();
            assertThat(words(page)).hasValue("Her words.");
            RealBrowser.check(page, "composer-merge");
            words(page).fill("Their words.");
            button(page, "Keep the words below").click();
            assertThat(page.locator("#saved")).containsText("Saved");
            assertThat(kept(post)).isEqualTo("Their words.");

            page.navigate("/posts/" + post.id() + "/versions");
            RealBrowser.check(page, "versions");
            page.navigate("/posts?q=quiet");
            RealBrowser.check(page, "posts");
            page.navigate("/posts/new");
            RealBrowser.check(page, "post-new");
        }
    }
}
