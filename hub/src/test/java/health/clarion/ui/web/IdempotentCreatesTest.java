package health.clarion.ui.web;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    IdempotentCreatesTest(MockMvc mvc, SignedIn signedIn, JdbcClient jdbc) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
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
