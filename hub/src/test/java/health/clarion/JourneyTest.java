package health.clarion;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import health.clarion.media.Samples;
import health.clarion.people.CodeApp;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The main job from end to end, by people who have no mouse: a campaign goes from its brief to posts that are live on the
 * real Bluesky server and on Mastodon, checked, mended, signed off by somebody else, once, and equal to what was signed.
 * On every page axe-core finds nothing, light and dark, narrow and wide.
 */
@HubTest
class JourneyTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final SignedIn signedIn;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private RealBrowser browser;
    private JourneyNetworks networks;

    private final Set<String> looked = new HashSet<>();
    private AtKeyboard nadia;
    private AtKeyboard ilse;
    private String campaign = "";

    JourneyTest(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @BeforeEach
    void theWorldOutside() {
        browser = RealBrowser.start();
        networks = JourneyNetworks.start();
    }

    @AfterEach
    void theWorldEnds() {
        if (browser != null) {
            browser.close();
        }
        if (networks != null) {
            networks.close();
        }
    }

    @Test
    void aBriefBecomesPostsLiveOnRealNetworksWithKeysAlone() {
        try (BrowserContext hers = visitor();
                BrowserContext theirs = visitor()) {
            nadia = new AtKeyboard(hers.newPage(), looked);
            ilse = new AtKeyboard(theirs.newPage(), looked);
            arrives(nadia, signedIn.withPassword("Nadia Haddad", Role.COMMUNICATOR));
            connectsBluesky();
            connectsMastodon();
            writesTheBrief();
            writesThePost();
            mendsWhatWasFound();
            arrives(ilse, signedIn.withPassword("Dr Ilse Thornquist", Role.CLINICIAN));
            ilseSigns("Sign off these exact words as a clinician");
            nadiaPlansIt();
            networks.areToldOf(1, nadia);
            networks.itIsEqualOnBluesky(campaign);
            networks.itIsEqualOnMastodon(campaign);
            everybodySeesIt();
            theTranslationFollows();
            theAccountsAreDisconnected();
        }
    }

    // Signing in for the first time sets up a code app; the second time it is asked for.
    private void arrives(AtKeyboard person, Member member) {
        person.open("/sign-in");
        signsIn(person, member);
        person.see("You can’t sign off or publish yet.");
        person.lookAround("journey-factors");
        person.follow("Set up a code app");
        person.see("Scan this picture with it");
        person.lookAround("journey-code-app");
        CodeApp phone = new CodeApp(person.page().locator("code.hash").innerText());
        person.write("Code from your app", phone.code());
        person.press("Turn the code app on");
        person.see("Your recovery codes");
        person.lookAround("journey-recovery-codes");
        person.follow("I have kept them");
        person.press("Sign out");
        person.see("Sign in to Clarion");
        person.lookAround("journey-sign-in");
        signsIn(person, member);
        person.see("One more step");
        person.lookAround("journey-one-more-step");
        person.write("Code from your app", phone.code());
        person.press("Sign in");
        person.see("Needs you");
        person.lookAround("journey-desk");
    }

    private static void signsIn(AtKeyboard person, Member member) {
        person.write("E-mail address", member.email().value());
        person.write("Password", SignedIn.PASSWORD);
        person.press("Sign in");
    }

    private void connectsBluesky() {
        nadia.goTo("Accounts");
        nadia.see("Where your organisation speaks");
        nadia.lookAround("journey-accounts");
        nadia.write("Handle", networks.harbour().handle());
        nadia.write("App password", networks.harbour().appPassword());
        nadia.write(
                nadia.page().locator("#bluesky-server"),
                networks.bluesky().url().toString());
        nadia.press("Connect Bluesky");
        nadia.see("@harbour.test on Bluesky is connected.");
    }

    private void connectsMastodon() {
        nadia.write(
                nadia.page().locator("#mastodon-server"),
                networks.mastodon().url().toString());
        nadia.press("Connect Mastodon");
        nadia.see("Say yes on localhost");
        nadia.lookAround("journey-accounts-yes");
        nadia.follow("Continue on localhost");
        nadia.see("May this application post for you?");
        nadia.press("Authorise");
        nadia.see("on Mastodon is connected.");
        nadia.lookAround("journey-accounts-connected");
    }

    private void writesTheBrief() {
        nadia.goTo("Campaigns");
        nadia.see("Why, for whom and when.");
        nadia.lookAround("journey-campaigns");
        nadia.follow("Write a brief");
        nadia.see("You can save a draft with little");
        nadia.lookAround("journey-brief");
        LocalDate today = LocalDate.now(LONDON);
        nadia.write("Title", "One Open Door");
        nadia.write("The change it wants", "Every college keeps one door open in the evening.");
        nadia.pick("Mobilise: people do something");
        nadia.writeDay("Starts", today);
        nadia.writeDay("Ends", today.plusDays(30));
        nadia.write(nadia.page().locator("#audience-0-name"), "Students");
        nadia.write(nadia.page().locator("#audience-0-languages"), "en, ca");
        nadia.tick(nadia.page().locator("[name='audience-0-ages']").first());
        nadia.tick("Bluesky");
        nadia.tick("Mastodon");
        nadia.write("Hashtags", "one open door");
        nadia.write("The story", "Most doors are shut after six. We ask for one that is not.");
        nadia.write("The ask", "Ask your college to keep one door open.");
        nadia.press("Save the brief");
        nadia.see("Networks that fit, best first");
        nadia.lookAround("journey-campaign");
        nadia.press("Open the public page");
        nadia.see("The public page of “One Open Door” is live.");
        campaign = nadia.page().url().replaceAll(".*/campaigns/([^/?#]+).*", "$1");
    }

    private void writesThePost() {
        nadia.follow("Write a post");
        nadia.see("Choose what it is for.");
        nadia.lookAround("journey-post-new");
        nadia.write("Title", "Asking is safe");
        nadia.press("Start writing");
        nadia.see("What do you want to say?");
        nadia.write(
                "What do you want to say?",
                JourneyNetworks.words("commit suicide", JourneyNetworks.DOOR, "#oneopendoor"));
        nadia.write("Where the post leads", JourneyNetworks.DOOR);
        nadia.takeFile("Add a picture", picture());
        nadia.see("1 picture has no description");
        nadia.see("This claims something about health. It needs a source.");
        nadia.lookAround("journey-composer-findings");
    }

    private void mendsWhatWasFound() {
        usesTheKinderWords("suicide-crime");
        usesTheKinderWords("hashtag");
        nadia.follow("Describe it");
        nadia.write("Describe it for someone who can’t see it", JourneyNetworks.ALT);
        nadia.press(opened("needs-source").getByRole(AriaRole.LINK));
        nadia.write("Dazzi and others, 2014: Does asking about suicide induce suicidal ideation?");
        nadia.page().keyboard().press("Tab");
        nadia.write("https://doi.org/10.1017/S0033291714001299");
        nadia.turnTo("Mastodon");
        nadia.write("Words for Mastodon", JourneyNetworks.elsewhere(JourneyNetworks.DOOR));
        nadia.see("Nothing in the way");
        nadia.lookAround("journey-composer-ready");
        nadia.press("Send to review");
        nadia.see("Sent to review.");
        nadia.lookAround("journey-composer-sent");
    }

    private void usesTheKinderWords(String rule) {
        Locator card = opened(rule);
        nadia.press(card.getByRole(AriaRole.BUTTON));
        card.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Locator opened(String rule) {
        Locator card = nadia.page()
                .locator("#margin-all details[data-key*='" + rule + "']")
                .first();
        card.waitFor();
        if (card.getAttribute("open") == null) {
            nadia.press(card.locator("summary"));
        }
        return card;
    }

    private void ilseSigns(String button) {
        ilse.goTo("Review");
        ilse.see("You can sign these");
        ilse.lookAround("journey-review-queue");
        ilse.press(ilse.page()
                .locator("article", new Page.LocatorOptions().setHasText("Asking is safe"))
                .getByRole(AriaRole.LINK)
                .first());
        ilse.see("What each audience will see");
        ilse.lookAround("journey-review");
        ilse.press(button);
        ilse.see("Signed off. It may go out at its time.");
        ilse.lookAround("journey-review-signed");
    }

    private void nadiaPlansIt() {
        nadia.goTo("Posts");
        nadia.see("Everything we say");
        nadia.lookAround("journey-posts");
        nadia.follow("Asking is safe");
        onlyOurAccounts();
        LocalDateTime soon = LocalDateTime.now(LONDON).plusSeconds(75).truncatedTo(ChronoUnit.MINUTES);
        nadia.writeTime(nadia.page().locator("#plan-time"), soon);
        nadia.press("Plan it for this time");
        nadia.see("Planned for");
        nadia.lookAround("journey-composer-planned");
        nadia.goTo("Deliveries");
        nadia.see("On its way");
        nadia.lookAround("journey-deliveries-planned");
        nadia.goTo("Calendar");
        nadia.page().locator(".fc-event").first().waitFor();
        nadia.lookAround("journey-calendar");
    }

    // Accounts that other tests left connected are not hers to send to.
    private void onlyOurAccounts() {
        Locator boxes = nadia.page().locator("input[name=account]");
        boxes.first().waitFor();
        for (Locator box : boxes.all()) {
            String account = box.locator("xpath=..").innerText();
            if (!account.endsWith(networks.harbour().handle()) && !account.contains("harbourminds@localhost")) {
                nadia.tick(box);
            }
        }
    }

    private void everybodySeesIt() {
        nadia.goTo("Deliveries");
        nadia.see("Download the record");
        nadia.seeAfterReloading("Live on Mastodon");
        nadia.seeAfterReloading("Live on Bluesky");
        nadia.lookAround("journey-deliveries");
        nadia.follow("Asking is safe");
        nadia.see("What happened");
        nadia.seeAfterReloading("it is exactly what was signed");
        nadia.lookAround("journey-delivery");
        try (BrowserContext outside = visitor()) {
            AtKeyboard reader = new AtKeyboard(outside.newPage(), looked);
            reader.open("/");
            reader.see("Our campaigns");
            reader.lookAround("journey-start");
            reader.press(reader.page().locator("a[href='/c/" + campaign + "']"));
            reader.see("Asking a friend about suicide does not plant the idea.");
            reader.lookAround("journey-public");
            reader.follow("Get help now");
            reader.see("999");
            reader.lookAround("journey-help");
        }
    }

    // The other language, by the other way to plan: sent as soon as it is signed, without a picture and so with a card.
    private void theTranslationFollows() {
        nadia.goTo("Posts");
        nadia.see("Everything we say");
        nadia.follow("Asking is safe");
        nadia.write("Translate it into", "ca");
        nadia.press("Start a translation");
        nadia.see("This is the translation, linked to its original.");
        nadia.press("Take this picture out");
        nadia.see("No pictures yet.");
        nadia.turnTo("Mastodon");
        nadia.press("Use every network’s words again");
        nadia.see("The same as every network.");
        nadia.turnTo("Every network");
        nadia.write("What do you want to say?", JourneyNetworks.CATALAN);
        nadia.press(nadia.page().getByText("Words on the link’s card"));
        nadia.write("Title of the link’s card", "Una porta oberta");
        nadia.write("Words of the link’s card", "Demana-la al teu institut");
        nadia.see("Nothing in the way");
        nadia.press("Send to review");
        nadia.see("Sent to review.");
        onlyOurAccounts();
        nadia.press("Send it as soon as it is signed");
        nadia.see("Planned for");
        ilseSigns("Sign off these exact words");
        networks.areToldOf(2, nadia);
        networks.theTranslationIsEqualOnBoth(campaign);
    }

    // What others connect later is theirs; these two servers are about to end.
    private void theAccountsAreDisconnected() {
        nadia.goTo("Accounts");
        for (String account : List.of("@harbour.test", "@harbourminds@localhost")) {
            Locator entry = nadia.page().locator("li.need", new Page.LocatorOptions().setHasText(account));
            nadia.press(entry.locator("summary"));
            nadia.press(entry.getByRole(AriaRole.BUTTON));
            nadia.see("is disconnected");
        }
    }

    private Path picture() {
        try {
            return Files.write(folder.resolve("door.png"), Samples.png(640, 400, 1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private BrowserContext visitor() {
        return browser.visitor("http://localhost:" + port);
    }
}
