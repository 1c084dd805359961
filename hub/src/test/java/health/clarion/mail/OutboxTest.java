package health.clarion.mail;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.TestPostgres;
import health.clarion.operations.Check;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail goes out once a server takes it, is kept until then, and is read by administrators only. */
@HubTest
class OutboxTest {

    private final MockMvc mvc;
    private final Mail mail;
    private final SignedIn signedIn;
    private final TransactionTemplate transaction;

    OutboxTest(MockMvc mvc, Mail mail, SignedIn signedIn, TransactionTemplate transaction) {
        this.mvc = mvc;
        this.mail = mail;
        this.signedIn = signedIn;
        this.transaction = transaction;
    }

    @Test
    void withoutAServerAdministratorsReadTheLetterOnTheOutboxPageAndNobodyElseDoes() throws Exception {
        String address = address();
        mail.send(address, "A letter", "Your link: http://localhost/join/secret-" + address);

        mvc.perform(get("/outbox").with(as(signedIn.member(Role.ADMINISTRATOR))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("secret-" + address)));
        for (Role role : List.of(Role.COMMUNICATOR, Role.CLINICIAN, Role.MODERATOR, Role.PARTNER)) {
            mvc.perform(get("/outbox").with(as(signedIn.member(role))))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(not(containsString(address))));
        }
        mvc.perform(get("/outbox")).andExpect(status().is3xxRedirection());
        assertThat(mail.deliver()).isZero();
        assertThat(new OutboxCheck(mail).look()).isInstanceOf(Check.Result.Mind.class);
    }

    @Test
    void aServerThatIsAwayIsTriedLessAndLessOftenAndTheLetterIsKept() throws Exception {
        JdbcClient database = ofItsOwn();
        JavaMailSenderImpl nobodyThere = server(closedPort());
        Instant start = Instant.now();
        at(start, nobodyThere, database).send("ilse@example.org", "Waits", "Words");
        at(start, nobodyThere, database).deliver();
        at(start.plusSeconds(30), nobodyThere, database).deliver();
        assertThat(only(database).attempts()).isEqualTo(1);
        for (int quarter = 1; quarter < 40; quarter++) {
            at(start.plus(Duration.ofHours(6L * quarter)), nobodyThere, database)
                    .deliver();
        }

        Mail.Message kept = only(database);
        assertThat(kept.attempts()).isEqualTo(8);
        assertThat(kept.givenUp()).isTrue();
        assertThat(kept.sentAt()).isNull();
        assertThat(kept.failure()).isEqualTo("MailSendException");
        assertThat(kept.text()).isEqualTo("Words");
        assertThat(new OutboxCheck(at(start, nobodyThere, database)).look()).isInstanceOf(Check.Result.Wrong.class);

        try (Smtp smtp = new Smtp()) {
            Outbox back = at(start.plus(Duration.ofDays(20)), server(smtp.port()), database);
            assertThat(back.deliver()).isZero();
            assertThat(back.tryAgain()).isEqualTo(1);
            assertThat(back.deliver()).isEqualTo(1);
            assertThat(smtp.letters()).hasSize(1);
        }
    }

    @Test
    void whatTheServerTookArrivedOnceAndItsTextIsNotKept() throws Exception {
        JdbcClient database = ofItsOwn();
        try (Smtp smtp = new Smtp()) {
            Outbox outbox = at(Instant.now(), server(smtp.port()), database);
            outbox.send("ilse@example.org", "Arrives", "Your code is 123456.");
            outbox.deliver();
            outbox.deliver();

            assertThat(smtp.letters())
                    .singleElement()
                    .asString()
                    .contains("To: ilse@example.org", "Subject: Arrives", "Your code is 123456.");
        }
        assertThat(only(database).sentAt()).isNotNull();
        assertThat(only(database).text()).isEmpty();
    }

    @Test
    void aSlowServerHoldsNoRowAndNobodyElseSendsTheSameMeanwhile() throws Exception {
        JdbcClient database = ofItsOwn();
        try (Smtp smtp = new Smtp();
                ExecutorService hubs = Executors.newVirtualThreadPerTaskExecutor()) {
            Outbox one = at(Instant.now(), server(smtp.port()), database);
            one.send("ilse@example.org", "Slowly", "Words");
            smtp.hesitate();
            Future<Integer> sending = hubs.submit(one::deliver);
            smtp.awaitHesitation();

            assertThat(database.sql("""
                            select count(*) from pg_stat_activity
                            where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
                            """).query(Integer.class).single()).isZero();
            assertThat(at(Instant.now(), server(smtp.port()), database).deliver())
                    .isZero();
            smtp.goOn();
            assertThat(sending.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(smtp.letters()).hasSize(1);
        }
    }

    @Test
    void aLetterThatAStoppedHubHadTakenGoesOutLater() throws Exception {
        JdbcClient database = ofItsOwn();
        Instant now = Instant.now();
        try (Smtp smtp = new Smtp()) {
            at(now, server(smtp.port()), database).send("ilse@example.org", "Later", "Words");
            assertThatThrownBy(() -> at(now, stopping(), database).deliver()).isInstanceOf(IllegalStateException.class);

            assertThat(at(now.plusSeconds(60), server(smtp.port()), database).deliver())
                    .isZero();
            assertThat(at(now.plus(Duration.ofMinutes(11)), server(smtp.port()), database)
                            .deliver())
                    .isEqualTo(1);
            assertThat(smtp.letters()).hasSize(1);
        }
    }

    // A hub that is killed while it hands a letter over leaves the same behind: a claim, and no note.
    private static JavaMailSender stopping() {
        return new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage message) {
                throw new IllegalStateException("stopped");
            }
        };
    }

    @Test
    void aLetterBelongsToItsTransaction() {
        String address = address();
        transaction.executeWithoutResult(status -> {
            mail.send(address, "Never", "Words");
            status.setRollbackOnly();
        });
        assertThat(mail.outbox(200)).noneMatch(letter -> letter.recipient().equals(address));
        assertThatThrownBy(() -> mail.send("a@example.org\nBcc: b@example.org", "x", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mail.send("a@example.org", "x\r\nBcc: b@example.org", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String address() {
        return "outbox-" + UUID.randomUUID() + "@example.org";
    }

    // A database of its own: everybody else's letters stay unsent.
    private static JdbcClient ofItsOwn() {
        return JdbcClient.create(
                new DriverManagerDataSource(TestPostgres.fresh().ownerUrl()));
    }

    private static Outbox at(Instant now, JavaMailSender server, JdbcClient database) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("smtp", server);
        return new Outbox(
                database,
                Clock.fixed(now, ZoneOffset.UTC),
                beans.getBeanProvider(JavaMailSender.class),
                "hub@example.org");
    }

    private static Mail.Message only(JdbcClient database) {
        return at(Instant.now(), new JavaMailSenderImpl(), database).outbox(200).getFirst();
    }

    private static JavaMailSenderImpl server(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        return sender;
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
