package health.clarion.accounts;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static health.clarion.people.SignedIn.withPasswordOnly;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.rig.BlueskyStandIn;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@HubTest
class AccountsPageTest {

    private static BlueskyStandIn bluesky;

    private final MockMvc mvc;
    private final SignedIn signedIn;

    AccountsPageTest(MockMvc mvc, SignedIn signedIn) {
        this.mvc = mvc;
        this.signedIn = signedIn;
    }

    @BeforeAll
    static void serverStarts() {
        bluesky = BlueskyStandIn.start();
    }

    @AfterAll
    static void serverStops() {
        bluesky.close();
    }

    @Test
    void anAccountIsConnectedAndDisconnectedOnThePage() throws Exception {
        Member member = signedIn.member(Role.COMMUNICATOR);
        var there = bluesky.createAccount("p" + UUID.randomUUID().toString().substring(0, 8));

        mvc.perform(post("/accounts/bluesky")
                        .param("server", bluesky.url().toString())
                        .param("handle", there.handle())
                        .param("appPassword", there.appPassword())
                        .with(as(member))
                        .with(csrf()))
                .andExpect(redirectedUrl("/accounts"));

        String page = mvc.perform(get("/accounts").with(as(member)))
                .andExpect(content().string(containsString("@" + there.handle())))
                .andExpect(content().string(not(containsString(there.appPassword()))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String row = page.substring(page.indexOf("@" + there.handle()));
        String action = row.replaceAll("(?s).*?action=\"(/accounts/[0-9a-f-]{36}/disconnect)\".*", "$1");
        mvc.perform(post(action).with(as(member)).with(csrf())).andExpect(redirectedUrl("/accounts"));
        mvc.perform(get("/accounts").with(as(member)))
                .andExpect(content().string(not(containsString("@" + there.handle()))));
    }

    @Test
    void aRefusalKeepsWhatWasTypedButNeverThePassword() throws Exception {
        mvc.perform(post("/accounts/bluesky")
                        .param("server", bluesky.url().toString())
                        .param("handle", "nobody.test")
                        .param("appPassword", "hunter2-hunter2")
                        .with(as(signedIn.member(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("nobody.test")))
                .andExpect(content().string(containsString("The account was not connected.")))
                .andExpect(content().string(not(containsString("hunter2"))));
    }

    @Test
    void onlyWhoeverMayPublishConnects() throws Exception {
        for (var who : new org.springframework.test.web.servlet.request.RequestPostProcessor[] {
            as(signedIn.member(Role.CLINICIAN)),
            as(signedIn.member(Role.MODERATOR)),
            withPasswordOnly(signedIn.member(Role.COMMUNICATOR)),
            byToken(signedIn.member(Role.ADMINISTRATOR), Scope.READ, Scope.WRITE)
        }) {
            mvc.perform(post("/accounts/mastodon")
                            .param("server", "mastodon.example")
                            .with(who)
                            .with(csrf()))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/api/v1/accounts")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"network\":\"snapchat\",\"name\":\"x\",\"address\":\"https://x.example\"}")
                            .with(who)
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/accounts").with(as(signedIn.partnerOf(UUID.randomUUID()))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/accounts").with(withPasswordOnly(signedIn.member(Role.COMMUNICATOR))))
                .andExpect(content().string(containsString("Show your second factor")));
    }

    @Test
    void aProgramConnectsListsAndDisconnectsWithoutEverSeeingASecret() throws Exception {
        Member member = signedIn.member(Role.ADMINISTRATOR);
        var token = byToken(member, Scope.READ, Scope.WRITE, Scope.PUBLISH);
        var there = bluesky.createAccount("q" + UUID.randomUUID().toString().substring(0, 8));
        String body = "{\"network\":\"bluesky\",\"server\":\"%s\",\"handle\":\"%s\",\"appPassword\":\"%s\"}"
                .formatted(bluesky.url(), there.handle(), there.appPassword());

        String answer = mvc.perform(post("/api/v1/accounts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(token)
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("connected"))
                .andExpect(content().string(not(containsString(there.appPassword()))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonMapper.shared().readTree(answer).path("id").asString();
        mvc.perform(get("/api/v1/accounts/" + id).with(token))
                .andExpect(jsonPath("$.handle").value(there.handle()));
        mvc.perform(get("/api/v1/accounts/" + id + "/capabilities").with(token))
                .andExpect(jsonPath("$.network").value("BLUESKY"));
        mvc.perform(delete("/api/v1/accounts/" + id).with(token).with(csrf())).andExpect(status().isNoContent());
        mvc.perform(get("/api/v1/accounts/" + id).with(token))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aProgramIsToldInWordsWhyNothingWasConnected() throws Exception {
        var token = byToken(signedIn.member(Role.ADMINISTRATOR), Scope.READ, Scope.WRITE, Scope.PUBLISH);

        mvc.perform(post("/api/v1/accounts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"network\":\"friendster\"}")
                        .with(token)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("Choose one of the networks")));
    }
}
