package health.clarion.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import health.clarion.HubTest;
import health.clarion.RealBrowser;
import health.clarion.accounts.TestAccounts;
import health.clarion.inbox.Duty;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Sessions;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.Rhythm;
import health.clarion.publishing.SignedPosts;
import health.clarion.publishing.Wall;
import health.clarion.rig.MastodonStandIn;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class DeskInBrowserTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static RealBrowser browser;
    private static MastodonStandIn mastodon;

    private final SignedIn signedIn;
    private final Sessions sessions;
    private final SignedPosts signed;
    private final Posts posts;
    private final TestAccounts accounts;
    private final Publishing publishing;
    private final Deliveries deliveries;
    private final Rhythm rhythm;
    private final Duty duty;
    private final JdbcClient jdbc;
    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    private int port;

    DeskInBrowserTest(
            SignedIn signedIn,
            Sessions sessions,
            SignedPosts signed,
            Posts posts,
            TestAccounts accounts,
            Publishing publishing,
            Deliveries deliveries,
            Rhythm rhythm,
            Duty duty,
            JdbcClient jdbc) {
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.signed = signed;
        this.posts = posts;
        this.accounts = accounts;
        this.publishing = publishing;
        this.deliveries = deliveries;
        this.rhythm = rhythm;
        this.duty = duty;
        this.jdbc = jdbc;
    }

    @BeforeAll
    static void open() {
        browser = RealBrowser.start();
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            mastodon.close();
        }
    }

    private Page signedIn(BrowserContext visitor, Member member) {
        String secret = sessions.begin(member.id(), true, true, "Chromium").secret();
        visitor.addCookies(List.of(new Cookie("clarion-session", secret).setUrl("http://localhost:" + port)));
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    private BrowserContext visitor() {
        return browser.visitor("http://localhost:" + port);
    }

    private Delivery planned(String title, LocalDateTime at, Member writer) {
        Content words = Content.of(
                title + " " + UUID.randomUUID().toString().substring(0, 8),
                "en",
                List.of(Network.BLUESKY, Network.MASTODON));
        Post post = posts.create(UUID.randomUUID(), title, "en", words, writer.id());
        Submission submission = signed.submitted(post, writer);
        signed.sign(submission);
        return publishing
                .schedule(submission.id(), List.of(accounts.on(mastodon).id()), new Wall(at, LONDON), null, writer)
                .getFirst();
    }

    private UUID said(String by, String text, int crisis) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into inbox.item (id, account, network, remote_hash, kind, author_handle, author_name, body, uri,
                    itself, root, written_at, fetched_at, crisis, personal)
                values (:id, :account, 'mastodon', :hash, 'REPLY', :by, :by, :text, 'https://elsewhere.example/1', '{}',
                    '{}', now(), now(), :crisis, false)
                """)
                .param("id", id)
                .param("account", accounts.on(mastodon).id())
                .param("hash", id.toString())
                .param("by", by)
                .param("text", text)
                .param("crisis", crisis)
                .update();
        return id;
    }

    @Test
    void deskCalendarAndInboxAreReadableForEverybody() {
        Member me = signedIn.member("Nadia", null, Role.COMMUNICATOR, Role.MODERATOR);
        LocalDateTime day = LocalDateTime.now(LONDON)
                .withHour(9)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        rhythm.set(new Rhythm.Beat(Network.BLUESKY, 3, List.of(LocalTime.of(9, 0))), me);
        rhythm.set(new Rhythm.Beat(Network.MASTODON, 2, List.of(LocalTime.of(17, 0))), me);
        planned("Six colleges, six doors", day.plusDays(1), me);
        planned("What Mara asked for", day.plusDays(1).plusMinutes(30), me);
        planned("Una carta molt llarga als sis instituts, amb paraules llarguíssimes", day.plusDays(3), me);
        signed.submitted(SignedPosts.words("Ask the principal."), signedIn.member("Tomas", null, Role.COMMUNICATOR));
        duty.add(me.id(), day, day.plusHours(14), LONDON, 3, me);
        UUID danger = said("quiet.one@elsewhere.example", "I can’t go on like this. I have made a plan.", 3);
        said("reading.along@elsewhere.example", "Which colleges are doing this?", 0);
        try (BrowserContext visitor = visitor()) {
            Page page = signedIn(visitor, me);
            for (String[] look : List.of(
                    new String[] {"/desk", "desk"},
                    new String[] {"/calendar", "calendar"},
                    new String[] {"/calendar?view=month", "calendar-month"},
                    new String[] {"/calendar?view=week&at=" + day.plusDays(1).toLocalDate(), "calendar-week"},
                    new String[] {"/calendar?view=list", "calendar-list"},
                    new String[] {"/calendar/rhythm", "rhythm"},
                    new String[] {"/pause", "pause"},
                    new String[] {"/inbox", "inbox"},
                    new String[] {"/inbox/" + danger, "inbox-one"},
                    new String[] {"/inbox/duty", "duty"},
                    new String[] {"/inbox/author", "author"})) {
                page.setViewportSize(1280, 900);
                page.navigate(look[0]);
                if (look[1].startsWith("calendar") && !look[1].endsWith("list")) {
                    page.locator(".fc-event").first().waitFor();
                }
                RealBrowser.check(page, look[1]);
            }
        } finally {
            jdbc.sql("delete from inbox.item where id = :id")
                    .param("id", danger)
                    .update();
            rhythm.set(new Rhythm.Beat(Network.BLUESKY, 0, List.of()), me);
            rhythm.set(new Rhythm.Beat(Network.MASTODON, 0, List.of()), me);
        }
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    @Test
    void aPostIsDraggedToAnotherDayAndBackWithOnePress() {
        Member me = signedIn.member("Nadia", null, Role.COMMUNICATOR);
        String title = "Dragged " + UUID.randomUUID().toString().substring(0, 6);
        LocalDateTime before = LocalDateTime.now(LONDON)
                .plusDays(1)
                .withHour(10)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        Delivery delivery = planned(title, before, me);
        try (BrowserContext visitor = visitor()) {
            Page page = signedIn(visitor, me);
            page.setViewportSize(1280, 2000);
            page.navigate("/calendar");
            Locator event = page.locator(".fc-event", new Page.LocatorOptions().setHasText(title));
            event.waitFor();
            drag(page, event, page.locator("td[data-date='" + before.plusDays(1).toLocalDate() + "']"));
            page.getByText("Moved to").waitFor();
            assertThat(wall(delivery)).isEqualTo(before.plusDays(1));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move it back"))
                    .click();
            page.getByText("Moved back.").waitFor();
            assertThat(wall(delivery)).isEqualTo(before);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void thePostIsMovedWithTheKeyboardAlone() {
        Member me = signedIn.member("Nadia", null, Role.COMMUNICATOR);
        String title = "Typed " + UUID.randomUUID().toString().substring(0, 6);
        LocalDateTime before = LocalDateTime.now(LONDON)
                .plusDays(1)
                .withHour(11)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        Delivery delivery = planned(title, before, me);
        LocalDate later = before.plusDays(2).toLocalDate();
        try (BrowserContext visitor = visitor()) {
            Page page = signedIn(visitor, me);
            page.navigate("/calendar");
            Locator event = page.locator("a.fc-event", new Page.LocatorOptions().setHasText(title));
            event.waitFor();
            event.focus();
            page.keyboard().press("Enter");
            page.getByLabel("Move to…").last().fill(later + "T12:30");
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.STATUS).getByText("Moved to").waitFor();
            assertThat(wall(delivery)).isEqualTo(later.atTime(12, 30));
        }
    }

    private LocalDateTime wall(Delivery delivery) {
        return deliveries.find(delivery.id()).orElseThrow().wall();
    }

    // FullCalendar begins to drag once the pointer has gone some way.
    private static void drag(Page page, Locator from, Locator to) {
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(start.x + start.width / 2 + 12, start.y + start.height / 2 + 12);
        page.mouse().move(end.x + end.width / 2, end.y + 40);
        page.mouse().move(end.x + end.width / 2, end.y + 42);
        page.mouse().up();
    }
}
