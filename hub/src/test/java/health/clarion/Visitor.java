package health.clarion;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a plain browser before the running hub: cookies, forms, no JavaScript. */
public final class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();
    private final URI hub;
    private String formToken = "";

    public Visitor(int port) {
        this.hub = URI.create("http://localhost:" + port);
    }

    /** What came back, and after how long. */
    public record Answer(int status, String body, HttpResponse<String> whole, Duration took) {}

    public Answer open(String path) {
        return send(to(path).GET());
    }

    /** Sends a form of the page last opened with {@link #readForm}: names and values in turn. */
    public Answer submit(String path, String... fields) {
        return submitFrom(hub.toString(), path, fields);
    }

    /** The same from a page of another site. */
    public Answer submitFrom(String origin, String path, String... fields) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body(fields))));
    }

    /** As a page's script does. */
    public Answer fetch(String path, String... fields) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Requested-With", "composer")
                .POST(HttpRequest.BodyPublishers.ofString(body(fields))));
    }

    /** As a program does, with its token. */
    public Answer ask(String path, String token) {
        return send(to(path).header("Authorization", "Bearer " + token).GET());
    }

    public void signIn(String email, String password) {
        readForm("/sign-in");
        Answer answer = submit("/sign-in", "email", email, "password", password);
        if (answer.status() != 302) {
            throw new AssertionError("not signed in: " + answer.status());
        }
    }

    /** Opens a page and takes its form's token. */
    public Answer readForm(String path) {
        Answer page = open(path);
        Matcher token = FORM_TOKEN.matcher(page.body());
        if (token.find()) {
            formToken = token.group(1);
        }
        return page;
    }

    /** Leaves a page open until its form's token no longer counts. */
    public void letFormExpire() {
        formToken = "long-ago";
    }

    /** Takes the form's token from an answer that holds a form again. */
    public void readForm(Answer answer) {
        Matcher token = FORM_TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new AssertionError("no form in: " + answer.body());
        }
        formToken = token.group(1);
    }

    private String body(String... fields) {
        List<String> pairs = new ArrayList<>();
        pairs.add("_csrf=" + encoded(formToken));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException broken) {
            throw new AssertionError("no answer from " + request.build().uri(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
