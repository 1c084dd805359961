package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.NothingLeaks;
import health.clarion.Visitor;
import health.clarion.Visitor.Answer;
import health.clarion.accounts.TestAccounts;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.people.Tokens;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.SignedPosts;
import health.clarion.publishing.Wall;
import health.clarion.rig.Fault;
import health.clarion.rig.MastodonStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** PostgreSQL is away for half a minute, once stopped and once frozen; the hub stays up, says so, and goes on by itself. */
@HubTest
@DirtiesContext
@ContextConfiguration(initializers = DatabaseAwayTest.OwnServer.class)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {

    private static final Duration AWAY = Duration.ofSeconds(30);

    /** Longer than that nobody waits for an answer: the hub hangs up on a silent server after 20 s, then finds words. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(28);

    private static final String WORDS = "A friend who went quiet told me this on the stairs";

    private static Path folder;
    private static LocalPostgres server;
    private static MastodonStandIn network;

    private final int port;
    private final SignedIn people;
    private final Tokens tokens;
    private final Campaigns campaigns;
    private final Posts posts;
    private final Publishing publishing;
    private final SignedPosts signed;
    private final TestAccounts accounts;
    private final JdbcClient jdbc;

    /** A server that only these tests use, so that it can be taken away. */
    static final class OwnServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                folder = Files.createTempDirectory("clarion-away");
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
            server = LocalPostgres.start(folder);
            Database database = server.database();
            Migrations.run(database);
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + Database.APPLICATION,
                            "spring.datasource.password=" + database.applicationPassword(),
                            "clarion.data=" + folder)
                    .applyTo(context);
        }
    }

    DatabaseAwayTest(
            @Value("${local.server.port}") int port,
            SignedIn people,
            Tokens tokens,
            Campaigns campaigns,
            Posts posts,
            Publishing publishing,
            SignedPosts signed,
            TestAccounts accounts,
            JdbcClient jdbc) {
        this.port = port;
        this.people = people;
        this.tokens = tokens;
        this.campaigns = campaigns;
        this.posts = posts;
        this.publishing = publishing;
        this.signed = signed;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void stoppedForHalfAMinute(CapturedOutput log) {
        livesThrough(
                () -> {
                    server.close();
                    return () -> server = LocalPostgres.start(folder);
                },
                log);
    }

    @Test
    void frozenForHalfAMinute(CapturedOutput log) {
        livesThrough(
                () -> {
                    List<ProcessHandle> processes = processes();
                    signal("STOP", processes);
                    return () -> signal("CONT", processes);
                },
                log);
    }

    /** Takes the database away; what it returns brings it back. */
    private interface Outage extends Supplier<Runnable> {}

    private void livesThrough(Outage outage, CapturedOutput log) {
        try (MastodonStandIn standIn = MastodonStandIn.start()) {
            network = standIn;
            Newsroom room = new Newsroom();
            room.writes("Before it happened");
            String underWay = room.plansAPostThatIsUnderWay();
            Runnable end = outage.get();
            List<Answer> again = new ArrayList<>();
            try {
                room.worksOnWhileItIsAway();
                again.add(room.triesToSave(WORDS));
            } finally {
                end.run();
            }
            room.findsEverythingAsItWasAndSaves(again.getLast());
            assertSentOnce(underWay);
            assertThat(log.getAll())
                    .doesNotContain(WORDS)
                    .doesNotContain(room.nadia.email().value());
        }
    }

    /** Somebody at work, a visitor and a program, before the running hub. */
    private final class Newsroom {

        private final Member nadia = people.withPassword("Nadia Osei", Role.COMMUNICATOR);
        private final Visitor writer = new Visitor(port);
        private final Visitor program = new Visitor(port);
        private final Visitor passerBy = new Visitor(port);
        private final String token = tokens.make(
                        nadia, new Tokens.Wish("reads", Set.of(Scope.READ), Duration.ofDays(1)), false, nadia.actor())
                .secret();
        private final Campaign campaign = campaign();
        private final Post post = posts.create(
                campaign.id(), "When a friend goes quiet", "en", Content.of("", "en", SignedPosts.BOTH), nadia.id());

        private String version = String.valueOf(post.version());

        Newsroom() {
            writer.signIn(nadia.email().value(), SignedIn.PASSWORD);
            writer.readForm("/posts/" + post.id());
            for (String page : publicPages()) {
                assertThat(passerBy.open(page).status()).isEqualTo(200);
            }
        }

        private Campaign campaign() {
            LocalDate today = LocalDate.now(ZoneId.of("UTC"));
            Campaign made = campaigns.create(
                    Brief.of("One Open Door", "A door open", Goal.values()[0], today, today.plusDays(30), nadia.id())
                            .speakingTo(List.of(), Set.of(Network.MASTODON)),
                    nadia.actor());
            return campaigns.find(made.id()).orElseThrow();
        }

        private List<String> publicPages() {
            return List.of("/help", "/", "/help?country=ES");
        }

        void writes(String words) {
            assertThat(triesToSave(words).status()).isLessThan(400);
            version = String.valueOf(posts.find(post.id()).orElseThrow().version());
        }

        Answer triesToSave(String words) {
            return writer.submit("/posts/" + post.id(), fields(words));
        }

        private String[] fields(String words) {
            return new String[] {"version", version, "networks-shown", "yes", "network", "mastodon", "text", words};
        }

        String plansAPostThatIsUnderWay() {
            network.slowDownBy(Duration.ofMillis(1_500));
            network.repertoire().next(Fault.SLOW);
            Content content = SignedPosts.words("Under way when it happened.");
            UUID delivery = publishing
                    .schedule(
                            signed.signed(content, nadia).id(),
                            List.of(accounts.on(network).id()),
                            new Wall(LocalDateTime.now(ZoneId.of("UTC")), ZoneId.of("UTC")),
                            null,
                            nadia)
                    .getFirst()
                    .id();
            until(
                    () -> jdbc.sql("select exists (select from publishing.attempt where delivery = :id)")
                            .param("id", delivery)
                            .query(Boolean.class)
                            .single(),
                    Duration.ofSeconds(15));
            return content.text().substring(content.text().length() - 8);
        }

        void worksOnWhileItIsAway() {
            Instant end = Instant.now().plus(AWAY);
            List<Answer> staff = Collections.synchronizedList(new ArrayList<>());
            List<Answer> programs = Collections.synchronizedList(new ArrayList<>());
            List<Answer> visitors = Collections.synchronizedList(new ArrayList<>());
            try (ExecutorService tries = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> all = new ArrayList<>();
                all.add(tries.submit(() -> repeat(end, () -> staff.add(writer.open("/desk")))));
                all.add(tries.submit(() -> repeat(end, () -> staff.add(triesToSave(WORDS)))));
                all.add(tries.submit(() -> repeat(
                        end, () -> staff.add(writer.fetch("/posts/" + post.id() + "/autosave", fields(WORDS))))));
                all.add(tries.submit(() -> repeat(end, () -> programs.add(program.ask("/api/v1/posts", token)))));
                all.add(tries.submit(
                        () -> repeat(end, () -> publicPages().forEach(page -> visitors.add(passerBy.open(page))))));
                for (Future<?> one : all) {
                    one.get();
                }
            } catch (java.util.concurrent.ExecutionException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
            assertThat(staff).isNotEmpty().allSatisfy(DatabaseAwayTest::saysItIsAway);
            assertThat(programs).isNotEmpty().allSatisfy(answer -> {
                saysItIsAway(answer);
                assertThat(answer.whole().headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
            });
            assertThat(visitors).hasSizeGreaterThan(30).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
            });
        }

        void findsEverythingAsItWasAndSaves(Answer refused) {
            saysItIsAway(refused);
            assertThat(refused.body())
                    .contains("Send it again", "action=\"/posts/" + post.id() + "\"", WORDS + "</textarea>");
            Instant back = Instant.now();
            until(() -> writer.open("/desk").status() == 200, Duration.ofSeconds(20));
            assertThat(writer.open("/desk").body()).contains("Nadia Osei"); // still signed in

            assertThat(triesToSave(WORDS).status()).isLessThan(400);
            assertThat(posts.revisions(post.id(), 1).getFirst().content().text())
                    .isEqualTo(WORDS);
            assertThat(program.ask("/api/v1/posts", token).status()).isEqualTo(200);
            until(() -> jobDoneSince(back), Duration.ofSeconds(40));
        }

        private boolean jobDoneSince(Instant when) {
            return jdbc.sql("select exists (select from jobs.scheduled_tasks where last_success > :when)")
                    .param("when", java.sql.Timestamp.from(when))
                    .query(Boolean.class)
                    .single();
        }
    }

    private static void saysItIsAway(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.took()).isLessThan(LONGEST_ANSWER);
        assertThat(answer.whole().headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Our database does not answer");
        NothingLeaks.in(answer.body());
    }

    private void assertSentOnce(String mark) {
        until(() -> jdbc.sql("""
                        select not exists (select from publishing.delivery
                            where state not in ('SENT', 'RETRACTED'))""").query(Boolean.class).single(), Duration.ofSeconds(30));
        assertThat(network.created().stream().filter(made -> made.toString().contains(mark)))
                .hasSize(1);
    }

    private static void repeat(Instant end, Runnable attempt) {
        while (Instant.now().isBefore(end)) {
            attempt.run();
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private static void until(BooleanSupplier condition, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it did not happen in time").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<ProcessHandle> processes() {
        ProcessHandle first = ProcessHandle.of(
                        LeftOver.in(DataDirectory.at(folder).postgres())
                                .orElseThrow()
                                .pid())
                .orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
