package health.clarion.audit;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.InDemoWorld;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.ui.Words;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@InDemoWorld
class AuditPageTest {

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final Audit audit;
    private final AuditSearch search;
    private final Words words;

    AuditPageTest(MockMvc mvc, SignedIn signedIn, Audit audit, AuditSearch search, Words words) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.audit = audit;
        this.search = search;
        this.words = words;
    }

    @Test
    void onlyAdministratorsReadIt() throws Exception {
        for (Role role : Role.values()) {
            if (role == Role.PARTNER) {
                continue;
            }
            int wanted = role == Role.ADMINISTRATOR ? 200 : 403;
            Member member = signedIn.member(role);
            mvc.perform(get("/audit").with(as(member))).andExpect(status().is(wanted));
            mvc.perform(get("/api/v1/audit").with(byToken(member, Scope.READ))).andExpect(status().is(wanted));
            mvc.perform(get("/api/v1/audit/chain").with(byToken(member, Scope.READ)))
                    .andExpect(status().is(wanted));
        }
    }

    @Test
    void whoDidItAndToWhatAreNamedAsTheyAreCalledToday() throws Exception {
        Member actor = signedIn.member("Wilma Oakes", null, Role.COMMUNICATOR);
        audit.record("people.roles-changed", actor.actor(), actor.actor(), Map.of("roles", "legal"));

        mvc.perform(get("/audit").queryParam("actor", actor.actor()).with(as(administrator())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Changed someone’s roles")))
                .andExpect(content().string(containsString(">Wilma Oakes</a>")))
                .andExpect(content().string(containsString("/people/" + actor.id())));
        mvc.perform(get("/api/v1/audit").queryParam("actor", actor.actor()).with(byToken(administrator(), Scope.READ)))
                .andExpect(jsonPath("$.entries.length()").value(1))
                .andExpect(jsonPath("$.entries[0].actorName").value("Wilma Oakes"))
                .andExpect(jsonPath("$.entries[0].ids.roles").value("legal"))
                .andExpect(jsonPath("$.more").value(false));
    }

    @Test
    void whatIsGoneKeepsItsIdAndLeadsNowhere() throws Exception {
        String gone = "post:" + UUID.randomUUID();
        audit.record("post.deleted", "hub", gone, Map.of());

        mvc.perform(get("/audit").queryParam("subject", gone).with(as(administrator())))
                .andExpect(content().string(containsString("post " + gone.substring(5, 13))))
                .andExpect(content().string(not(containsString("href=\"/posts/" + gone.substring(5)))));
    }

    @Test
    void aLongListIsReadPageByPageWithoutLosingTheFilter() throws Exception {
        String subject = "post:" + UUID.randomUUID();
        for (int i = 0; i < 60; i++) {
            audit.record("post.edited", "hub", subject, Map.of("revision", String.valueOf(i)));
        }
        String first = page(subject, null);
        assertThat(first.split("class=\"card-body trail\"")).hasSize(51);
        var older = java.util.regex.Pattern.compile("href=\"/audit\\?([^\"]*)before=(\\d+)")
                .matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(older.group(1)).contains("subject=" + subject);

        String second = page(subject, older.group(2));
        assertThat(second.split("class=\"card-body trail\"")).hasSize(11);
        assertThat(second).contains("That’s all.");
    }

    private String page(String subject, String before) throws Exception {
        var request = get("/audit").queryParam("subject", subject).with(as(administrator()));
        return mvc.perform(before == null ? request : request.queryParam("before", before))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aDayIsReadOnTheReadersClockAndNonsenseIsRefusedInWords() throws Exception {
        String subject = "post:" + UUID.randomUUID();
        audit.record("post.written", "hub", subject, Map.of());
        for (var asked : Map.of("2020-01-01", "Nothing here", "2020-13-01", "2020-13-01 is not a day")
                .entrySet()) {
            mvc.perform(get("/audit")
                            .queryParam("subject", subject)
                            .queryParam("until", asked.getKey())
                            .with(as(administrator())))
                    .andExpect(content().string(containsString(asked.getValue())));
        }
    }

    @Test
    void theStateOfTheChainAndHowToCheckItAreShown() throws Exception {
        mvc.perform(get("/audit").with(as(administrator())))
                .andExpect(content().string(containsString("./clarion audit verify --anchor")));
        mvc.perform(get("/api/v1/audit/chain").with(byToken(administrator(), Scope.READ)))
                .andExpect(jsonPath("$.hash").value(org.hamcrest.Matchers.matchesPattern("[0-9a-f]{64}")));
    }

    @Test
    void everythingThatHappensInTheDemonstrationHasWords() {
        assertThat(search.kinds()).isNotEmpty().allSatisfy(kind -> assertThat(words.has("audit.what." + kind))
                .as(kind)
                .isTrue());
    }

    private Member administrator() {
        return signedIn.member(Role.ADMINISTRATOR);
    }
}
