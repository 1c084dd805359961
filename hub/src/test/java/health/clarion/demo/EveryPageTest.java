package health.clarion.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import health.clarion.InDemoWorld;
import health.clarion.RealBrowser;
import health.clarion.demo.Cast.Part;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Walks from link to link as everybody of Harbour Minds, and as a stranger, and looks at every page they can come to:
 * axe-core finds nothing, nothing scrolls sideways. A page that is reached by no link must be named below, with why.
 */
@InDemoWorld
class EveryPageTest {

    /** No more than so many pages of one kind, such as posts, for one person. */
    private static final int MOST_OF_A_KIND = 2;

    private static final Set<String> NO_PAGES = Set.of(
            "/language", // leads back
            "/error",
            "/accounts/callback", // leads to the accounts
            "/deliveries/export.csv",
            "/deliveries/export.json",
            "/inbox/author/export",
            "/calendar/feed/{secret}.ics",
            "/media/{id:[0-9a-f]{8}-[0-9a-f-]{27}}",
            "/media/{sha256:[0-9a-f]{64}}",
            "/media/items/{id}/on/{network}",
            "/sign/{token}/picture/{id}");

    /** Reached by a letter or in the middle of signing in; their own tests look at them. */
    private static final Set<String> NOT_BY_A_LINK =
            Set.of("/invitation/{secret}", "/reset/{secret}", "/set-up/{secret}", "/sign/{token}", "/sign-in/code");

    // Everything that can differ for axe-core but the words: which kinds of element there are, and how they are
    // dressed.
    private static final String BUILD = """
            [...new Set([...document.querySelectorAll("body *")]
                .filter(element => !element.closest("svg"))
                .map(element => element.tagName + "." + [...element.classList].sort().join(".")))].sort().join(" ")
            """;

    private static final String LINKS = """
            [...document.links].filter(link => link.origin === location.origin && !link.pathname.includes("."))
                .map(link => link.pathname + link.search)
            """;

    private static RealBrowser browser;

    private final List<PathPattern> pages;
    private final Set<String> walked = new TreeSet<>();
    private final Map<String, Set<String>> looks = new HashMap<>();

    @LocalServerPort
    private int port;

    EveryPageTest(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.pages = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(EveryPageTest::isRead)
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> !pattern.getPatternString().startsWith("/api/"))
                .sorted()
                .toList();
    }

    private static boolean isRead(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPathPatternsCondition() != null && (methods.isEmpty() || methods.contains(RequestMethod.GET));
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

    @Test
    void everyPageOfEveryRoleIsReadableForEverybody() {
        try (BrowserContext stranger = visitor()) {
            walk(stranger.newPage(), "stranger", "/", "/forgotten");
        }
        for (Part part : Part.values()) {
            try (BrowserContext visitor = visitor()) {
                Page page = visitor.newPage();
                signIn(page, part);
                walk(page, part.role().id(), "/desk", "/more", "/account/confirm", "/outbox", "/helplines", "/pause");
            }
        }

        Set<String> missed = pages.stream().map(PathPattern::getPatternString).collect(Collectors.toSet());
        missed.removeAll(walked);
        missed.removeAll(NO_PAGES);
        missed.removeAll(NOT_BY_A_LINK);
        assertThat(missed).as("pages that nobody comes to").isEmpty();
    }

    private void walk(Page page, String who, String... starts) {
        Queue<String> open = new ArrayDeque<>(List.of(starts));
        Set<String> known = new HashSet<>(open);
        Map<String, Integer> visits = new HashMap<>();
        while (!open.isEmpty()) {
            String address = open.remove();
            Optional<String> kind = kind(address);
            if (kind.isEmpty()
                    || NO_PAGES.contains(kind.get())
                    || visits.merge(kind.get(), 1, Integer::sum) > MOST_OF_A_KIND) {
                continue;
            }
            page.setViewportSize(1280, 900);
            Response answer = page.navigate(address);
            assertThat(answer.status()).as("%s for %s", address, who).isIn(200, 403);
            if (answer.status() == 200) {
                walked.add(kind.get());
            }
            lookAtWhatIsNew(page, who, kind.get());
            for (Object link : (List<?>) page.evaluate(LINKS)) {
                if (known.add((String) link)) {
                    open.add((String) link);
                }
            }
        }
    }

    // The same page for somebody else is looked at again only when it is built of other things.
    private void lookAtWhatIsNew(Page page, String who, String kind) {
        if (looks.computeIfAbsent(kind, none -> new HashSet<>()).add((String) page.evaluate(BUILD))) {
            RealBrowser.check(page, who + kind.replaceAll("[^a-z]+", "-"));
        }
    }

    private Optional<String> kind(String address) {
        PathContainer path = PathContainer.parsePath(address.replaceAll("\\?.*", ""));
        return pages.stream()
                .filter(pattern -> pattern.matches(path))
                .findFirst()
                .map(PathPattern::getPatternString);
    }

    private BrowserContext visitor() {
        return browser.visitor("http://localhost:" + port);
    }

    static void signIn(Page page, Part part) {
        page.navigate("/sign-in?next=/desk");
        page.getByLabel("E-mail address").fill(part.email().value());
        page.getByLabel("Password").fill(Cast.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/desk") && !url.contains("/sign-in"));
    }
}
