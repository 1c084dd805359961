package health.clarion.posts.web;

import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.posts.Bounds;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts for programs. */
@HubTest
class PostsApiTest {

    private final MockMvc mvc;
    private final Campaigns campaigns;
    private final SignedIn signedIn;
    private final JsonMapper json;
    private Member nadia;
    private UUID campaign;

    PostsApiTest(MockMvc mvc, Campaigns campaigns, SignedIn signedIn, JsonMapper json) {
        this.mvc = mvc;
        this.campaigns = campaigns;
        this.signedIn = signedIn;
        this.json = json;
    }

    @BeforeEach
    void aCampaign() {
        nadia = signedIn.member(Role.COMMUNICATOR);
        LocalDate today = LocalDate.of(2026, 11, 21);
        campaign = campaigns
                .create(
                        Brief.of("API", "A change", Goal.values()[0], today, today.plusDays(9), nadia.id()),
                        nadia.actor())
                .id();
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(byToken(nadia, Scope.READ, Scope.WRITE))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private JsonNode created(String text) throws Exception {
        String answer = send(post("/api/v1/posts"), """
                        {"campaign": "%s", "title": "By a program", "language": "en",
                         "content": {"text": "%s", "networks": ["bluesky", "mastodon"],
                                     "variants": {"mastodon": {"text": "For Mastodon."}},
                                     "sources": [{"claim": "x", "title": "WHO"}]}}""".formatted(campaign, text))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer);
    }

    @Test
    void whatAProgramWritesIsReadBack() throws Exception {
        JsonNode made = created("Hello.");

        send(get("/api/v1/posts/" + made.get("id").asString()), "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content.text").value("Hello."))
                .andExpect(jsonPath("$.content.variants.mastodon.text").value("For Mastodon."))
                .andExpect(jsonPath("$.content.networks[0]").value("bluesky"))
                .andExpect(jsonPath("$.state").value("draft"));
        send(get("/api/v1/posts?campaign=" + campaign), "")
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void anOldVersionIsToldWhatIsThereNow() throws Exception {
        String path = "/api/v1/posts/" + created("Hello.").get("id").asString();

        send(put(path), "{\"version\": 1, \"content\": {\"text\": \"Second.\"}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content.variants.mastodon.text").value("For Mastodon."));
        send(put(path), "{\"version\": 1, \"content\": {\"text\": \"Third.\"}}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.theirs.content.text").value("Second."))
                .andExpect(jsonPath("$.version").value(2));
        send(get(path + "/revisions"), "")
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void handingInAnswersWithTheHashOrWithEveryReason() throws Exception {
        JsonNode made = created("Call me on anna@example.org about " + "x".repeat(300));
        String path = "/api/v1/posts/" + made.get("id").asString();

        send(post(path + "/submit"), "{\"version\": 1}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.obstacles[0].network").value("bluesky"))
                .andExpect(jsonPath("$.obstacles[0].message").isNotEmpty());
        send(put(path), "{\"version\": 1, \"content\": {\"text\": \"Ask how they are.\"}}");
        send(post(path + "/check"), "")
                .andExpect(jsonPath("$.blocks").value(false))
                .andExpect(jsonPath("$.networks.bluesky.fits").value(true));
        String answer = send(post(path + "/submit"), "{\"version\": 2}")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(json.readTree(answer).get("hash").asString()).matches("[0-9a-f]{64}");
        send(get(path + "/submission"), "")
                .andExpect(jsonPath("$.payloads.length()").value(2));
        send(delete(path), "").andExpect(status().isConflict());
        send(post(path + "/withdraw"), "").andExpect(jsonPath("$.state").value("draft"));
    }

    @Test
    void aDraftIsCheckedWithinTheBoundsItIsKeptIn() throws Exception {
        String path = "/api/v1/posts/" + created("Hello.").get("id").asString() + "/check";
        String longest = "a".repeat(Bounds.TEXT);

        send(post(path), "{\"text\": \"%s\"}".formatted(longest)).andExpect(status().isOk());
        send(post(path), "{\"text\": \"%sa\"}".formatted(longest))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:clarion:posts.too-long-now"));
        String parts = String.join(",", Collections.nCopies(Bounds.THREAD + 1, "\"part\""));
        send(post(path), "{\"thread\": [%s]}".formatted(parts)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void twoProgramsHearOfEachOtherUntilOneLeaves() throws Exception {
        String path = "/api/v1/posts/" + created("Hello.").get("id").asString() + "/presence";
        Member other = signedIn.member("Wilma Oakes", null, Role.COMMUNICATOR);

        mvc.perform(put(path).with(byToken(other, Scope.READ, Scope.WRITE)).with(csrf()))
                .andExpect(jsonPath("$.others").isEmpty());
        send(put(path), "").andExpect(jsonPath("$.others[0]").value("Wilma Oakes"));
        mvc.perform(delete(path).with(byToken(other, Scope.READ, Scope.WRITE)).with(csrf()))
                .andExpect(status().isNoContent());
        send(put(path), "").andExpect(jsonPath("$.others").isEmpty());
    }

    @Test
    void badInputIsAnsweredInWords() throws Exception {
        send(post("/api/v1/posts"), "{\"campaign\": 7").andExpect(status().isBadRequest());
        send(post("/api/v1/posts"), "{\"title\": \"No campaign\"}").andExpect(status().isUnprocessableContent());
        send(
                        post("/api/v1/posts"),
                        "{\"campaign\": \"%s\", \"title\": \"x\", \"content\": {\"networks\": [\"myspace\"]}}"
                                .formatted(campaign))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("No network is called “myspace”."));
        send(get("/api/v1/posts/not-an-id"), "").andExpect(status().isBadRequest());
        send(get("/api/v1/posts/" + UUID.randomUUID()), "").andExpect(status().isNotFound());
    }
}
