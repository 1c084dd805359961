package health.clarion.api.web;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.InDemoWorld;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@InDemoWorld
class OpenApiTest {

    private static final Pattern GAP = Pattern.compile("\\{([^}:]+)[^}]*}");
    private static final Set<String> CREATES = Set.of("201");

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final RequestMappingHandlerMapping handlers;
    private final JsonMapper json;
    private final JdbcClient jdbc;

    private Member administrator;
    private JsonNode document;

    OpenApiTest(
            MockMvc mvc, SignedIn signedIn, RequestMappingHandlerMapping handlers, JsonMapper json, JdbcClient jdbc) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.handlers = handlers;
        this.json = json;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void read() throws Exception {
        administrator = signedIn.member(Role.ADMINISTRATOR, Role.COMMUNICATOR, Role.MODERATOR);
        document = json.readTree(mvc.perform(get("/api/openapi.json").with(byToken(administrator, Scope.READ)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void everyHandlerOfTheApiIsInItAndNothingElse() {
        Set<String> handled = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1"))
                .forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> handled.add(method + " " + path))));
        Set<String> described = new TreeSet<>();
        calls((path, method, call) -> described.add(method + " " + path));

        assertThat(described).isEqualTo(handled).hasSizeGreaterThan(100);
    }

    @Test
    void noHandlerTakesEveryMethod() {
        assertThat(handlers.getHandlerMethods().keySet())
                .filteredOn(mapping -> mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api")))
                .noneMatch(mapping -> mapping.getMethodsCondition().getMethods().isEmpty());
    }

    @Test
    void everyCallSaysWhatItDoesWhoMayAndWhatStopsIt() {
        Set<String> ids = new TreeSet<>();
        calls((path, method, call) -> {
            String name = method + " " + path;
            assertThat(call.path("summary").asString()).as(name).matches("(?s)[A-Z].{8,}[.]");
            assertThat(call.path("description").asString()).as(name).startsWith("Needs ");
            assertThat(ids.add(call.path("operationId").asString())).as(name).isTrue();
            assertThat(call.path("responses").propertyNames()).as(name).anyMatch(status -> status.startsWith("2"));
            assertThat(call.path("responses").has("401"))
                    .as(name)
                    .isEqualTo(!call.path("security").isEmpty());
            assertThat(call.path("security").isEmpty()).as(name).isEqualTo(name.equals("GET /api/v1/helplines"));
            assertThat(inPath(call)).as(name).isEqualTo(gaps(path));
        });
    }

    private static Set<String> inPath(JsonNode call) {
        Set<String> names = new TreeSet<>();
        call.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString("").equals("path")) {
                names.add(parameter.path("name").asString());
                assertThat(parameter.path("required").asBoolean()).isTrue();
            }
        });
        return names;
    }

    private static Set<String> gaps(String path) {
        Set<String> names = new TreeSet<>();
        GAP.matcher(path).results().forEach(gap -> names.add(gap.group(1)));
        return names;
    }

    @Test
    void everyCreatingCallTakesAnIdempotencyKey() {
        calls((path, method, call) -> {
            boolean creates = call.path("responses").propertyNames().stream().anyMatch(CREATES::contains);
            boolean takesKey = call.path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.path("$ref").asString("").endsWith("/IdempotencyKey"));
            assertThat(takesKey || !creates).as(method + " " + path).isTrue();
            assertThat(takesKey)
                    .as(method + " " + path)
                    .isEqualTo(method.equals("POST") && !path.equals("/api/v1/me/password"));
        });
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsOne() {
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        JsonNode schemas = document.at("/components/schemas");
        Set<String> used = new TreeSet<>(references);
        schemas.propertyNames().forEach(name -> {
            assertThat(used).contains("#/components/schemas/" + name);
            assertThat(Answers.schemaErrors(schemas.get(name))).as(name).isEmpty();
        });
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.isObject() && node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void everyAnswerToAGetIsWhatTheDocumentSays() {
        UUID reply = writeReply();
        try {
            compareAnswers();
        } finally {
            jdbc.sql("delete from inbox.item where id = :id").param("id", reply).update();
        }
    }

    // Nothing has come back to the demonstration yet.
    private UUID writeReply() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into inbox.item (id, account, network, remote_hash, kind, author_handle, author_name, body, uri,
                    written_at, fetched_at, crisis, personal)
                values (:id, :id, 'mastodon', :id, 'REPLY', 'somebody@social.example', 'Somebody', 'Thank you',
                    'https://social.example/1', now(), now(), 0, false)
                """).param("id", id).update();
        return id;
    }

    private void compareAnswers() {
        Examples examples = new Examples(this::body);
        Answers answers = new Answers(document);
        SoftAssertions all = new SoftAssertions();
        calls((path, method, call) -> {
            if (method.equals("GET")) {
                JsonNode answer = call.at("/responses/200/content");
                String address = examples.address(path);
                String got = body(address);
                if (answer.has("application/json")) {
                    all.assertThat(answers.errors(answer.at("/application~1json/schema"), json.readTree(got)))
                            .as(address + " " + got)
                            .isEmpty();
                }
            }
        });
        all.assertAll();
    }

    private String body(String address) {
        try {
            return mvc.perform(get(java.net.URI.create(address))
                            .with(byToken(administrator, Scope.READ, Scope.WRITE, Scope.PUBLISH)))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(address)
                            .isEqualTo(200))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (Exception failed) {
            throw new AssertionError(address, failed);
        }
    }

    @Test
    void aTokenWithoutTheScopeACallNeedsIsRefusedAndNothingIsDone() {
        SoftAssertions all = new SoftAssertions();
        calls((path, method, call) -> {
            List<String> scopes = call.at("/security/0/token")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            for (String missing : scopes) {
                Scope[] others = java.util.Arrays.stream(Scope.values())
                        .filter(scope -> !scope.id().equals(missing))
                        .toArray(Scope[]::new);
                all.assertThat(statusOf(method, path, others))
                        .as(method + " " + path + " without " + missing)
                        .isEqualTo(403);
            }
        });
        all.assertAll();
    }

    private int statusOf(String method, String path, Scope... scopes) {
        try {
            return mvc.perform(request(
                                    HttpMethod.valueOf(method),
                                    java.net.URI.create(Examples.anywhere(document, method, path)))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(Examples.bodyOf(document, method, path))
                            .with(byToken(administrator, scopes))
                            .with(org.springframework.security.test.web.servlet.request
                                    .SecurityMockMvcRequestPostProcessors.csrf()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception failed) {
            throw new AssertionError(method + " " + path, failed);
        }
    }

    @Test
    void membersAndTheirTokensReadItAndNobodyElse() throws Exception {
        Member partner = signedIn.partnerOf(UUID.randomUUID());
        mvc.perform(get("/api").accept(MediaType.TEXT_HTML).with(as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(header().exists("Content-Security-Policy"));
        mvc.perform(get("/api").accept(MediaType.APPLICATION_JSON).with(byToken(partner, Scope.READ)))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON));
        for (String address : List.of("/api", "/api/openapi.json")) {
            mvc.perform(get(address).accept(MediaType.APPLICATION_JSON))
                    .andExpect(status().isUnauthorized())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }
        mvc.perform(get("/api").accept(MediaType.TEXT_HTML)).andExpect(status().isFound());
    }

    @Test
    void itHoldsNothingOfTheOrganisation() {
        assertThat(document.toString()).doesNotContainIgnoringCase("harbour").doesNotContain(administrator.name());
    }

    private interface Seen {
        void call(String path, String method, JsonNode call);
    }

    private void calls(Seen seen) {
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call ->
                        seen.call(path.getKey(), call.getKey().toUpperCase(java.util.Locale.ROOT), call.getValue())));
    }
}
