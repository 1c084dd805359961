package health.clarion.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Somebody of the demonstration in front of a browser, who has a post open in the composer. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern POST = Pattern.compile("href=\"(/posts/[0-9a-f-]{36})\"");
    private static final Pattern PASSWORD = Pattern.compile("the password is the same for all: (.+)");
    private static final Pattern MODERATOR = Pattern.compile("moderator\\s+(\\S+@\\S+)");
    private static final Pattern MARKED = Pattern.compile("<mark[^>]*>(committing suicide)</mark>");
    private static final String WORDS = """
            When a friend goes quiet, you don’t need perfect words. “How are you, really?” is enough to start (%n).

            Jamie told us one open door kept him from committing suicide. One in four students felt alone last term.

            Ask your college to keep one door open every evening.

            #oneopendoor""";

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    private Visitor(String base) {
        this.base = base;
    }

    /** Signs in as the moderator, with what the hub printed at its start. */
    static Visitor signedIn(String base, Child hub) throws IOException, InterruptedException {
        String password = hub.told(PASSWORD).strip();
        String email = hub.told(MODERATOR);
        Visitor visitor = new Visitor(base);
        HttpResponse<byte[]> page = visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("_csrf", token(page), "email", email, "password", password));
        return visitor;
    }

    /** The check of a draft while somebody types, for three networks. */
    Ask check() throws IOException, InterruptedException {
        String post = found(POST, text(get("/posts")));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", token(get(post)));
        form.put("text", WORDS);
        form.put("language", "en");
        form.put("link", "https://harbourminds.example/door");
        form.put("networks-shown", "yes");
        String body = encoded(form) + "&network=bluesky&network=mastodon&network=linkedin";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept-Encoding", "gzip");
        headers.put("Cookie", cookies());
        HttpRequest request = request(post + "/check", headers)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace("%n", "0")))
                .build();
        HttpResponse<byte[]> answer = answer(request);
        found(MARKED, unpacked(answer));
        return new Ask(base + post + "/check", headers, body, answer);
    }

    /** A public page, as a visitor without cookies gets it. */
    Ask page(String path) throws IOException, InterruptedException {
        Map<String, String> headers = Map.of("Accept-Encoding", "gzip");
        return new Ask(base + path, headers, "", answer(request(path, headers).build()));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return answer(request(path, Map.of()).build());
    }

    private void post(String path, Map<String, String> form) throws IOException, InterruptedException {
        answer(request(path, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        headers.forEach((name, value) -> {
            if (!name.equals("Cookie")) { // the client's own cookies are sent anyhow
                request.header(name, value);
            }
        });
        return request;
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }

    private String cookies() {
        return cookies.getCookieStore().get(URI.create(base)).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String token(HttpResponse<byte[]> page) throws IOException {
        return found(TOKEN, text(page));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String unpacked(HttpResponse<byte[]> answer) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("A page holds nothing like " + pattern);
        }
        return matcher.group(1);
    }

    // "%n" stays readable: wrk's script puts a number in its place.
    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .replace("%25n", "%n");
    }
}
