package health.clarion.proof;

import health.clarion.accounts.Account;
import health.clarion.accounts.Connecting;
import health.clarion.networks.Network;
import health.clarion.people.DemoAccounts;
import health.clarion.people.EmailAddress;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.posts.Submitted;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.Wall;
import health.clarion.review.Reader;
import health.clarion.review.Review;
import health.clarion.ui.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Plans posts as people would: one writes and hands in, another signs, and it gets a time. */
final class Plans {

    private final ApplicationContext hub;
    private final Member writer;
    private final Member reader;
    private final UUID campaign = UUID.randomUUID();
    private final Map<Integer, List<Delivery>> planned = new HashMap<>();

    Plans(ApplicationContext hub) {
        this.hub = hub;
        DemoAccounts people = hub.getBean(DemoAccounts.class);
        this.writer = people.create(new DemoAccounts.Person(
                "Proof Writer",
                new EmailAddress("writer@example.org"),
                UUID.randomUUID().toString(),
                Set.of(Role.COMMUNICATOR)));
        this.reader = people.create(new DemoAccounts.Person(
                "Proof Reader",
                new EmailAddress("reader@example.org"),
                UUID.randomUUID().toString(),
                Set.of(Role.COMMUNICATOR, Role.CLINICIAN, Role.LEGAL)));
    }

    /** Connects the stand-in's account with its app password. */
    Account bluesky(Town.Network network) {
        return connected(hub.getBean(Connecting.class)
                .bluesky(
                        network.url(),
                        network.account().path("handle").asString(),
                        network.account().path("appPassword").asString(),
                        writer));
    }

    /** Connects the stand-in's account, saying yes on its page as a person would. */
    Account mastodon(Town.Network network) throws IOException, InterruptedException {
        Connecting connecting = hub.getBean(Connecting.class);
        if (!(connecting.mastodon(network.url(), writer) instanceof Connecting.Result.YesNeeded yes)) {
            throw new IllegalStateException("the stand-in could not be connected");
        }
        String form = yes.page().getRawQuery() + "&account="
                + network.account().path("id").asString();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = browser.send(
                    HttpRequest.newBuilder(URI.create(network.url() + "/oauth/authorize"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("User-Agent", "Clarion proof")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return connected(connecting.mastodonAnswer(value(back, "state"), value(back, "code"), writer));
        }
    }

    private static Account connected(Connecting.Result result) {
        if (result instanceof Connecting.Result.Connected connected) {
            return connected.account();
        }
        throw new IllegalStateException("the account could not be connected: " + result);
    }

    private static String value(URI address, String name) {
        for (String pair : address.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalStateException("no " + name + " came back");
    }

    /**
     * Plans one post; part {@code p} of it carries {@code mark-number-p}.
     *
     * @param parts how many posts the thread has; 1 for a single post
     */
    List<Delivery> plan(int number, int parts, List<Account> accounts, Instant due) {
        List<String> thread = new ArrayList<>();
        for (int part = 1; part < parts; part++) {
            thread.add(text(number, part));
        }
        Set<Network> networks = accounts.stream().map(Account::network).collect(Collectors.toSet());
        Content content = Content.of(text(number, 0), "en", networks).withThread(thread);
        Posts posts = hub.getBean(Posts.class);
        Post post = posts.create(campaign, "Proof " + number, "en", content, writer.id());
        Submission submission = accepted(posts.submit(post.id(), post.version(), writer.id()));
        sign(submission);
        List<Delivery> deliveries = hub.getBean(Publishing.class)
                .schedule(
                        submission.id(),
                        accounts.stream().map(Account::id).toList(),
                        Wall.of(due, ZoneOffset.UTC),
                        null,
                        writer);
        planned.put(number, deliveries);
        return deliveries;
    }

    /** What only this part carries. */
    static String mark(int number, int part) {
        return "mark-" + number + "-" + part;
    }

    /** The words of this part. */
    static String text(int number, int part) {
        return (part == 0 ? "One open door, every evening. " : "And one more thing for you to read. ")
                + mark(number, part);
    }

    /** Takes a planned post back on every account, wherever it is; false when there was nothing left to take back. */
    boolean retract(int number) {
        boolean asked = false;
        for (Delivery delivery : planned.getOrDefault(number, List.of())) {
            try {
                hub.getBean(Publishing.class).retract(delivery.id(), writer);
                asked = true;
            } catch (Problem refusedOrGone) {
                continue; // the network had refused it: nothing is there
            }
        }
        return asked;
    }

    private static Submission accepted(Submitted answer) {
        if (answer instanceof Submitted.Ok ok) {
            return ok.submission();
        }
        throw new IllegalStateException("the post was not accepted: " + answer);
    }

    private void sign(Submission submission) {
        Review review = hub.getBean(Review.class);
        for (Reader role : review.find(submission.id()).orElseThrow().missing()) {
            review.sign(submission.id(), role, submission.hash(), reader, "SESSION");
        }
    }
}
