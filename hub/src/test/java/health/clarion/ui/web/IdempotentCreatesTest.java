package health.clarion.ui.web;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.media.Samples;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.people.Tokens;
import health.clarion.ui.InBatches;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HubTest
class IdempotentCreatesTest {

    private static final String BRIEF = """
            {"title": "%s", "change": "Better.", "goal": "policy", "starts": "2026-09-01", "ends": "2026-12-18"}
            """;

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Tokens tokens;

    @LocalServerPort
    private int port;

    IdempotentCreatesTest(MockMvc mvc, SignedIn signedIn, Tokens tokens, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void manyCallsAtOnceUnderOneKeyCreateOne() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String key = UUID.randomUUID().toString();
        Callable<Integer> call = () ->
                create(me, key, "At once " + key).andReturn().getResponse().getStatus();
        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 6).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(made("At once " + key)).isOne();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /posts         | {"campaign": "CAMPAIGN", "title": "KEY"}                   | posts.post where title = 'KEY'
            /people        | {"name": "K", "email": "KEY@example.org", "roles": ["analyst"]} | people.member where email = 'KEY@example.org'
            /me/loans      | {"receiver": "COLLEAGUE", "role": "communicator", "until": "2026-12-24"} | people.delegation where receiver = 'COLLEAGUE'
            /reviews/on-call | {"role": "second-reader", "member": "COLLEAGUE", "from": "2099-01-01T08:00:00Z", "to": "2099-01-02T08:00:00Z"} | review.on_call where member = 'COLLEAGUE'
            /duty          | {"member": "COLLEAGUE", "starts": "2099-01-01T08:00", "ends": "2099-01-01T18:00", "zone": "Europe/Madrid"} | inbox.duty where member = 'COLLEAGUE'
            """)
    void aCreatingCallOfAnyModuleIsDoneOnce(String path, String body, String made) throws Exception {
        Member me = signedIn.member(Role.ADMINISTRATOR, Role.COMMUNICATOR);
        String key = UUID.randomUUID().toString();
        String colleague = signedIn.member(Role.COMMUNICATOR).id().toString();
        String content =
                body.replace("KEY", key).replace("COLLEAGUE", colleague).replace("CAMPAIGN", campaign(me));
        String count = made.replace("KEY", key).replace("COLLEAGUE", colleague);

        String first = once(path, content, key, me)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        once(path, content, key, me)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(content().string(first));
        once(path, content.replace("}", " }"), key, me).andExpect(status().isUnprocessableContent());
        assertThat(jdbc.sql("select count(*) from " + count)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anAnswerIsKeptWhereARestartFindsIt() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String key = UUID.randomUUID().toString();
        String answer = create(me, key, "Kept " + key).andReturn().getResponse().getContentAsString();

        KeptAnswers afterTheRestart = new KeptAnswers(jdbc, clock);
        assertThat(afterTheRestart.find(me.id().toString(), key))
                .hasValueSatisfying(kept ->
                        assertThat(kept.body()).asString(StandardCharsets.UTF_8).isEqualTo(answer));
        assertThat(afterTheRestart.reserve(me.id().toString(), key, new byte[0]))
                .isFalse();
    }

    @Test
    void aSecretAddressIsNotKeptEither() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String key = UUID.randomUUID().toString();
        once("/calendar/feed", "{}", key, me).andExpect(status().isCreated());
        once("/calendar/feed", "{}", key, me)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:clarion:ui.problem.idempotency-done"));
    }

    private ResultActions once(String path, String body, String key, Member me) throws Exception {
        return mvc.perform(post("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header("Idempotency-Key", key)
                .with(byToken(me, Scope.READ, Scope.WRITE))
                .with(csrf()));
    }

    private String campaign(Member me) throws Exception {
        create(me, UUID.randomUUID().toString(), "For posts of " + me.id()).andExpect(status().isCreated());
        return jdbc.sql("select id from campaigns.campaign where title = :title")
                .param("title", "For posts of " + me.id())
                .query(String.class)
                .single();
    }

    @Test
    void aCallWhoseEndIsUnknownIsNotDoneAgain() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String key = UUID.randomUUID().toString();
        create(me, key, "Unknown " + key).andExpect(status().isCreated());
        change("update ui.kept_answer set status = null, body = null where key = :key", key);

        create(me, key, "Unknown " + key)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:clarion:ui.problem.idempotency-running"));
        assertThat(made("Unknown " + key)).isOne();
    }

    @Test
    void aKeyIsForgottenAfterADay() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String key = UUID.randomUUID().toString();
        create(me, key, "Yesterday " + key).andExpect(status().isCreated());
        change("update ui.kept_answer set at = at - interval '25 hours' where key = :key", key);

        create(me, key, "Yesterday " + key)
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotency-Replayed"));
        assertThat(made("Yesterday " + key)).isEqualTo(2);
    }

    @Test
    void oldAnswersAreForgottenHoweverManyThereAre() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        create(me, UUID.randomUUID().toString(), "Kept of " + me.id()).andExpect(status().isCreated());
        String callers = "many-" + UUID.randomUUID();
        jdbc.sql("""
                insert into ui.kept_answer (caller, key, request, at)
                select :callers || n, 'k', ''::bytea, now() - interval '25 hours' from generate_series(1, :many) n
                """)
                .param("callers", callers)
                .param("many", 2 * InBatches.ROWS + 1)
                .update();

        assertThat(new KeptAnswers(jdbc, clock).forgetOld()).isGreaterThan(2 * InBatches.ROWS);
        assertThat(kept(callers + "%")).isZero();
        assertThat(kept(me.id().toString())).isOne();
    }

    private int kept(String caller) {
        return jdbc.sql("select count(*) from ui.kept_answer where caller like :caller")
                .param("caller", caller)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSecretAnswerIsNotKept() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String key = UUID.randomUUID().toString();
        for (int status : new int[] {201, 409}) {
            mvc.perform(post("/api/v1/tokens")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\": \"Only once\", \"scopes\": [\"read\"]}")
                            .header("Idempotency-Key", key)
                            .with(as(me))
                            .with(csrf()))
                    .andExpect(status().is(status));
        }
        assertThat(jdbc.sql("select count(*) from ui.kept_answer where key = :key and body is null")
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aCallerWithTooManyKeysIsToldSo() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        jdbc.sql("""
                insert into ui.kept_answer (caller, key, request, at)
                select :caller, 'k' || n, ''::bytea, now() from generate_series(1, :most) n
                """)
                .param("caller", me.id().toString())
                .param("most", KeptAnswers.MOST_PER_CALLER)
                .update();

        create(me, UUID.randomUUID().toString(), "One too many").andExpect(status().isTooManyRequests());
        assertThat(made("One too many")).isZero();
    }

    @Test
    void anotherPictureOfTheSameLengthIsNotTakenForTheFirst() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String token = tokens.make(
                        me,
                        new Tokens.Wish("uploads", Set.of(Scope.READ, Scope.WRITE), Duration.ofDays(1)),
                        false,
                        me.actor())
                .secret();
        String key = UUID.randomUUID().toString();
        byte[] picture = Samples.png(90, 61, 777);
        byte[] other = picture.clone();
        other[other.length / 2] ^= 1;

        HttpResponse<String> first = upload(picture, "one-boundary", key, token);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(upload(other, "one-boundary", key, token).statusCode()).isEqualTo(422);
        HttpResponse<String> again = upload(picture, "another-boundary", key, token);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    private HttpResponse<String> upload(byte[] picture, String boundary, String key, String token) throws Exception {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"door.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/media"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        picture,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                .build();
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request, BodyHandlers.ofString());
        }
    }

    private ResultActions create(Member me, String key, String title) throws Exception {
        return mvc.perform(post("/api/v1/campaigns")
                .contentType(MediaType.APPLICATION_JSON)
                .content(BRIEF.formatted(title))
                .header("Idempotency-Key", key)
                .with(byToken(me, Scope.READ, Scope.WRITE))
                .with(csrf()));
    }

    private int made(String title) {
        return jdbc.sql("select count(*) from campaigns.campaign where title = :title")
                .param("title", title)
                .query(Integer.class)
                .single();
    }

    private void change(String sql, String key) {
        jdbc.sql(sql).param("key", key).update();
    }
}
