package health.clarion.people;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.audit.Audit;
import health.clarion.people.Tokens.Made;
import health.clarion.people.Tokens.Wish;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HubTest
class TokensTest {

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final Tokens tokens;
    private final Membership membership;
    private final Audit audit;
    private final JdbcClient jdbc;

    TokensTest(MockMvc mvc, SignedIn signedIn, Tokens tokens, Membership membership, Audit audit, JdbcClient jdbc) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.tokens = tokens;
        this.membership = membership;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void aTokenOpensTheApiWithoutAFormTokenAndNothingElse() throws Exception {
        Member member = signedIn.member(Role.COMMUNICATOR);
        String secret = make(member, Scope.READ, Scope.WRITE).secret();

        mvc.perform(by(secret, get("/api/v1/me")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.member.id").value(member.id().toString()))
                .andExpect(jsonPath("$.authorities", not(hasItem("publish"))));
        mvc.perform(by(secret, put("/api/v1/me"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"name":"Renamed","language":"ca","zone":"Europe/Madrid","theme":"dark"}"""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Renamed"));
        mvc.perform(by(secret, get("/account"))).andExpect(status().isFound());
    }

    @Test
    void aReadingTokenChangesNothing() throws Exception {
        String secret = make(signedIn.member(Role.COMMUNICATOR), Scope.READ).secret();

        mvc.perform(by(secret, post("/api/v1/posts"))).andExpect(status().isForbidden());
        mvc.perform(by(secret, put("/api/v1/me"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isForbidden());
        mvc.perform(by(secret, post("/api/v1/tokens"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"name":"More","scopes":["write"]}"""))
                .andExpect(status().isForbidden());
    }

    @Test
    void revokedEndedAndUnknownTokensAreRefusedAtOnce() throws Exception {
        Member member = signedIn.member(Role.ANALYST);
        Made made = make(member, Scope.READ);
        tokens.revoke(made.token().id(), member.id(), member.actor());
        refused(made.secret());

        Made ended = make(member, Scope.READ);
        jdbc.sql("update people.token set ends_at = now() - interval '1 second' where id = :id")
                .param("id", ended.token().id())
                .update();
        refused(ended.secret());
        refused("clarion_nothing");

        Made closed = make(member, Scope.READ);
        membership.close(member.id(), signedIn.member(Role.ADMINISTRATOR));
        refused(closed.secret());
    }

    private void refused(String secret) throws Exception {
        mvc.perform(by(secret, get("/api/v1/me")))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void signingAndPublishingTokensNeedAFreshSecondFactorAndAShortLife() throws Exception {
        Member member = signedIn.member(Role.COMMUNICATOR);
        Wish short30 = new Wish("Robot", EnumSet.of(Scope.PUBLISH), Duration.ofDays(30));
        Wish long31 = new Wish("Robot", EnumSet.of(Scope.PUBLISH), Duration.ofDays(31));

        refusedWish(member, short30, false);
        refusedWish(member, long31, true);
        Made made = tokens.make(member, short30, true, member.actor());
        mvc.perform(by(made.secret(), get("/api/v1/me"))).andExpect(jsonPath("$.authorities", hasItem("publish")));
        assertThat(audit.newest("token:" + made.token().id(), null, 1)
                        .getFirst()
                        .ids())
                .containsEntry("strong", "true")
                .containsEntry("scopes", "read write publish");
    }

    @Test
    void nobodyGetsATokenForMoreThanTheirRoles() {
        refusedWish(
                signedIn.member(Role.CLINICIAN), new Wish("x", EnumSet.of(Scope.PUBLISH), Duration.ofDays(1)), true);
        refusedWish(signedIn.member(Role.ANALYST), new Wish("x", EnumSet.of(Scope.WRITE), Duration.ofDays(1)), true);
    }

    private void refusedWish(Member member, Wish wish, boolean fresh) {
        Assertions.assertThatThrownBy(() -> tokens.make(member, wish, fresh, member.actor()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theSecretIsShownOnceAndKeptAsAHash() throws Exception {
        Member member = signedIn.member(Role.ANALYST);
        String page = mvc.perform(post("/account/tokens")
                        .param("name", "Weekly numbers")
                        .param("scope", "read")
                        .param("days", "30")
                        .with(as(member))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String secret = page.replaceAll("(?s).*value=\"(clarion_[^\"]+)\".*", "$1");
        mvc.perform(by(secret, get("/api/v1/me"))).andExpect(status().isOk());

        mvc.perform(get("/account/tokens").with(as(member)))
                .andExpect(content().string(containsString("Weekly numbers")))
                .andExpect(content().string(not(containsString(secret))));
        assertThat(tokens.of(member.id()).getFirst().usedAt()).isNotNull();
        assertThat(jdbc.sql("select count(*) from people.token where encode(hash, 'escape') like '%clarion%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTokenIsRevokedByItsOwnerOnly() throws Exception {
        Member owner = signedIn.member(Role.ANALYST);
        Made made = make(owner, Scope.READ);
        mvc.perform(delete("/api/v1/tokens/" + made.token().id())
                        .with(as(signedIn.member(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(delete("/api/v1/tokens/" + made.token().id())
                        .with(as(owner))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        refused(made.secret());
    }

    private Made make(Member member, Scope... scopes) {
        return tokens.make(member, new Wish("Test", Set.of(scopes), Duration.ofDays(1)), false, member.actor());
    }

    private static MockHttpServletRequestBuilder by(String secret, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + secret);
    }
}
