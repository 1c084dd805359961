package health.clarion.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.clarion.InDemoWorld;
import health.clarion.RealBrowser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InDemoWorld
class AuditAndApiInBrowserTest {

    private static RealBrowser browser;

    @LocalServerPort
    private int port;

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

    @Test
    void anAdministratorFollowsOneThingThroughTheAuditAndReadsWhatProgramsMayAsk() {
        try (BrowserContext visitor = browser.visitor("http://localhost:" + port)) {
            Page page = visitor.newPage();
            List<String> refused = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            signIn(page);
            page.locator(".trail a.small").first().click();
            page.waitForURL(url -> url.contains("subject="));
            assertThat(page.getByLabel("To what").inputValue()).contains(":");
            page.locator(".trail summary").first().click();
            RealBrowser.check(page, "audit");

            page.navigate("/api");
            page.locator("details.trail summary").first().click();
            RealBrowser.check(page, "api");
            assertThat(refused).isEmpty();
        }
    }

    private void signIn(Page page) {
        page.navigate("/sign-in?next=/audit");
        page.getByLabel("E-mail address").fill("ruth@harbourminds.example");
        page.getByLabel("Password").fill("one open door");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith(port + "/audit"));
    }
}
