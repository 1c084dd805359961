package health.clarion.campaigns.web;

import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.campaigns.Campaigns;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

@HubTest
class CampaignApiTest {

    private static final String BRIEF = """
            {"title": "%s", "change": "Six colleges keep one door open.", "goal": "policy",
             "starts": "2026-09-01", "ends": "2026-12-18", "awarenessDay": "world-mental-health-day",
             "hashtags": ["mentalhealth", "one open door"], "networks": ["bluesky"],
             "actions": [{"words": "Sign the letter", "link": "https://example.org/sign"}],
             "partners": [{"words": "Student Union"}],
             "audiences": [{"name": "Students", "ages": ["18-29"], "languages": ["en-GB"], "readingAge": 12}]}
            """;

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final Campaigns campaigns;
    private final JsonMapper json;

    CampaignApiTest(MockMvc mvc, SignedIn signedIn, Campaigns campaigns, JsonMapper json) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.campaigns = campaigns;
        this.json = json;
    }

    @Test
    void aProgramWritesReadsChangesOpensAndPausesACampaign() throws Exception {
        RequestPostProcessor me = byToken(signedIn.member(Role.COMMUNICATOR), Scope.READ, Scope.WRITE, Scope.PUBLISH);
        String location = mvc.perform(sending(post("/api/v1/campaigns"), BRIEF.formatted("By a program"), me))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("draft"))
                .andExpect(jsonPath("$.hashtags[1]").value("OneOpenDoor"))
                .andExpect(jsonPath("$.hashtagProposals.mentalhealth").value("MentalHealth"))
                .andExpect(jsonPath("$.publicPage").value(containsString("/c/by-a-program")))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        mvc.perform(sending(
                        put(location),
                        "{\"version\": 1, " + BRIEF.formatted("Changed").strip().substring(1),
                        me))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        mvc.perform(sending(
                        put(location),
                        "{\"version\": 1, " + BRIEF.formatted("Late").strip().substring(1),
                        me))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(sending(post(location + "/state"), "{\"version\": 2, \"state\": \"open\"}", me))
                .andExpect(jsonPath("$.state").value("open"));
        mvc.perform(sending(put(location + "/paused"), "{\"paused\": true}", me))
                .andExpect(jsonPath("$.paused").value(true));
        mvc.perform(get(location + "/advice").with(me))
                .andExpect(jsonPath("$[0].audience").value("Students"))
                .andExpect(jsonPath("$[0].networks.length()").value(10));
        mvc.perform(get(location + "/link").param("network", "bluesky").with(me))
                .andExpect(jsonPath("$.link").value(containsString("utm_source=bluesky")));
        mvc.perform(get("/api/v1/campaigns").param("state", "open").with(me))
                .andExpect(jsonPath("$.campaigns").isNotEmpty());
    }

    @Test
    void aPageThatWouldNameAPatientIsRefusedWithTheRule() throws Exception {
        RequestPostProcessor me = byToken(signedIn.member(Role.COMMUNICATOR), Scope.READ, Scope.WRITE, Scope.PUBLISH);
        String body = "{\"story\": \"Her NHS number is 943 476 5919.\", "
                + BRIEF.formatted("Named").strip().substring(1);
        String location = mvc.perform(sending(post("/api/v1/campaigns"), body, me))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(sending(post(location + "/state"), "{\"version\": 1, \"state\": \"open\"}", me))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("story: privacy/nhs-number")));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void rolesThatDoNotWriteAreRefused(Role role) throws Exception {
        Member member = role == Role.PARTNER ? signedIn.partnerOf(UUID.randomUUID()) : signedIn.member(role);
        boolean may = role == Role.ADMINISTRATOR || role == Role.COMMUNICATOR;
        mvc.perform(sending(
                        post("/api/v1/campaigns"), BRIEF.formatted("Roles"), byToken(member, Scope.READ, Scope.WRITE)))
                .andExpect(may ? status().isCreated() : status().isForbidden());
        mvc.perform(sending(post("/api/v1/campaigns"), BRIEF.formatted("Read only"), byToken(member, Scope.READ)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/awareness-days").param("year", "2027").with(byToken(member, Scope.READ)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.days[*].id").value(hasItem("world-cancer-day")));
    }

    @Test
    void withoutATokenNothingIsToldOrChanged() throws Exception {
        mvc.perform(get("/api/v1/campaigns")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/platform-advice")).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"title\": 5, \"nonsense\": true}",
                "{\"title\": \"x\", \"starts\": {}}",
                "{}",
                "{\"title\": \"\\u0000\", \"goal\": \"world domination\", \"starts\": \"2026-13-45\"}",
                "{\"audiences\": [null], \"actions\": [null], \"networks\": [null], \"hashtags\": [null]}",
                "{\"audiences\": [{\"ages\": [null], \"languages\": [null]}]}",
                "{\"audiences\": [{\"ages\": [\"999\"], \"languages\": [\"!!\"]}]}",
                "{\"owner\": \"nobody\", \"networks\": [\"myspace\"], \"hashtags\": [\"#\", \"a b c\"]}"
            })
    void malformedBriefsAreRefusedInWordsAndSaveNothing(String body) throws Exception {
        int before = campaigns.list(null, null, 0).total();
        String answer = mvc.perform(sending(post("/api/v1/campaigns"), body, writer()))
                .andExpect(status().is4xxClientError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("Exception", "at health.clarion");
        assertThat(campaigns.list(null, null, 0).total()).isEqualTo(before);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() throws Exception {
        mvc.perform(sending(
                        post("/api/v1/campaigns"),
                        "{\"title\": \"" + "x".repeat(500) + "\", \"goal\": \"policy\", \"hashtags\": [\"no-way\"]}",
                        writer()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("title")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("change")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("hashtags")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("starts")));
    }

    @Test
    void aCallRepeatedUnderItsKeyCreatesOneCampaign() throws Exception {
        RequestPostProcessor me = writer();
        String key = UUID.randomUUID().toString();
        String body = BRIEF.formatted("Once " + key);
        String first = mvc.perform(sending(post("/api/v1/campaigns"), body, me).header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();

        String again = mvc.perform(sending(post("/api/v1/campaigns"), body, me).header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(header().exists("Location"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(json.readTree(again)).isEqualTo(json.readTree(first));

        mvc.perform(sending(post("/api/v1/campaigns"), BRIEF.formatted("Other"), me)
                        .header("Idempotency-Key", key))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:clarion:ui.problem.idempotency-other"));
        mvc.perform(sending(post("/api/v1/campaigns"), body, writer()).header("Idempotency-Key", key))
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotency-Replayed"));
    }

    @Test
    void aRefusedCallGivesItsKeyBack() throws Exception {
        RequestPostProcessor me = writer();
        String key = UUID.randomUUID().toString();
        mvc.perform(sending(post("/api/v1/campaigns"), "{}", me).header("Idempotency-Key", key))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(sending(post("/api/v1/campaigns"), BRIEF.formatted("Second try"), me)
                        .header("Idempotency-Key", key))
                .andExpect(status().isCreated());
        mvc.perform(sending(post("/api/v1/campaigns"), BRIEF.formatted("Bad key"), me)
                        .header("Idempotency-Key", "k".repeat(201)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aPartnersTokenReadsTheirCampaignOnly() throws Exception {
        String id = json.readTree(
                        mvc.perform(sending(post("/api/v1/campaigns"), BRIEF.formatted("For a partner"), writer()))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .get("id")
                .asString();
        RequestPostProcessor partner = byToken(signedIn.partnerOf(UUID.fromString(id)), Scope.READ);
        RequestPostProcessor stranger = byToken(signedIn.partnerOf(UUID.randomUUID()), Scope.READ);

        mvc.perform(get("/api/v1/campaigns").with(partner))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.campaigns[0].id").value(id));
        mvc.perform(get("/api/v1/campaigns/" + id).with(stranger)).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/campaigns/" + id + "/advice").with(stranger)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns/not-an-id",
                "/api/v1/campaigns?page=x",
                "/api/v1/campaigns?state=burning",
                "/api/v1/awareness-days?year=99999",
                "/api/v1/platform-advice?ages=0-999",
                "/api/v1/platform-advice?goal=power"
            })
    void strangeAddressesAreAnsweredInWords(String address) throws Exception {
        mvc.perform(get(address).with(writer()))
                .andExpect(status().is4xxClientError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void figuresAreAddedChangedAndTakenOut() throws Exception {
        RequestPostProcessor me = writer();
        String row = """
                {"network": "linkedin", "country": "CA", "ageFrom": 18, "share": 33, "measure": "uses",
                 "title": "A survey", "source": "https://example.org/s", "published": "2026-02-01" %s}
                """;
        String location = mvc.perform(sending(post("/api/v1/platform-advice/evidence"), row.formatted(""), me))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.ageTo").value(120))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(sending(put(location), row.formatted(", \"version\": 1"), me))
                .andExpect(jsonPath("$.version").value(2));
        mvc.perform(sending(put(location), row.formatted(", \"version\": 1"), me))
                .andExpect(status().isConflict());
        mvc.perform(sending(post("/api/v1/platform-advice/evidence"), "{\"share\": 200}", me))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(delete(location).with(me).with(csrf())).andExpect(status().isNoContent());
        mvc.perform(delete(location).with(me).with(csrf())).andExpect(status().isNotFound());
    }

    private RequestPostProcessor writer() {
        return byToken(signedIn.member(Role.COMMUNICATOR), Scope.READ, Scope.WRITE);
    }

    private static MockHttpServletRequestBuilder sending(
            MockHttpServletRequestBuilder request, String body, RequestPostProcessor as) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as)
                .with(csrf());
    }
}
