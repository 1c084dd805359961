package health.clarion.people;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.audit.Audit;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@HubTest
class MembershipTest {

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final People people;
    private final Passwords passwords;
    private final Membership membership;
    private final Lending lending;
    private final SetUp setUp;
    private final Audit audit;
    private final JdbcClient jdbc;

    MembershipTest(
            MockMvc mvc,
            SignedIn signedIn,
            People people,
            Passwords passwords,
            Membership membership,
            Lending lending,
            SetUp setUp,
            Audit audit,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.people = people;
        this.passwords = passwords;
        this.membership = membership;
        this.lending = lending;
        this.setUp = setUp;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    @Transactional
    void whoeverHoldsTheLinkSetsUpOnceAndNobodyAfterThem() throws Exception {
        nobodyRunsTheHub();
        String old = path(setUp.link().orElseThrow());
        String link = path(setUp.link().orElseThrow());
        mvc.perform(get(old)).andExpect(status().isGone());
        Browser browser = new Browser(mvc);
        browser.open(link).andExpect(status().isOk()).andExpect(content().string(containsString("Set up Clarion")));
        browser.submit(link, form("not-an-address")).andExpect(status().isUnprocessableContent());

        browser.submit(link, form(UUID.randomUUID() + "@example.org"))
                .andExpect(redirectedUrl("/account/factors?welcome"));
        browser.open("/api/v1/me")
                .andExpect(jsonPath("$.authorities", hasItem("ROLE_ADMINISTRATOR")))
                .andExpect(jsonPath("$.authorities", hasItem("ROLE_COMMUNICATOR")));
        assertThat(setUp.link()).isEmpty();
        mvc.perform(get(link)).andExpect(status().isGone());
    }

    private static String[] form(String email) {
        return new String[] {
            "organisation",
            "Harbour Minds",
            "zone",
            "Europe/London",
            "language",
            "en",
            "name",
            "Nadia",
            "email",
            email,
            "password",
            Browser.PASSWORD,
            "communicator",
            "yes"
        };
    }

    @Test
    @Transactional
    void theLastAdministratorStaysOne() throws Exception {
        nobodyRunsTheHub();
        Member last = signedIn.member(Role.ADMINISTRATOR);

        mvc.perform(post("/people/" + last.id() + "/closing").with(as(last)).with(csrf()))
                .andExpect(status().isConflict());
        mvc.perform(post("/people/" + last.id() + "/roles")
                        .param("roles", "communicator")
                        .with(as(last))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("make another administrator first")));
        assertThat(people.find(last.id()).orElseThrow().is(Role.ADMINISTRATOR)).isTrue();

        signedIn.member(Role.ADMINISTRATOR);
        membership.close(last.id(), last);
        assertThat(people.find(last.id()).orElseThrow().active()).isFalse();
    }

    private void nobodyRunsTheHub() {
        jdbc.sql("delete from people.role_held where role = 'administrator'").update();
    }

    private static String path(String link) {
        return link.replaceFirst("https?://[^/]+", "");
    }

    @Test
    void aClosedAccountIsOutAtOnceAndARoleTakenAwayToo() throws Exception {
        Member admin = signedIn.member(Role.ADMINISTRATOR);
        Member member = signedIn.member(Role.MODERATOR, Role.ANALYST);
        passwords.set(member.id(), Browser.PASSWORD);
        Browser browser = new Browser(mvc);
        browser.signIn(member).andExpect(redirectedUrl("/desk"));

        membership.changeRoles(member.id(), Set.of(Role.ANALYST), null, admin);
        browser.open("/api/v1/me").andExpect(jsonPath("$.authorities", not(hasItem("ROLE_MODERATOR"))));

        membership.close(member.id(), admin);
        browser.open("/account").andExpect(status().isFound());
        new Browser(mvc).signIn(member).andExpect(status().isUnprocessableContent());
        assertThat(audit.newest(member.actor(), null, 5))
                .extracting(Audit.Entry::what)
                .contains("people.account-closed", "people.roles-changed");
    }

    @Test
    void aLentRoleCountsUntilItsEndAndOnlyWhileTheGiverHoldsIt() throws Exception {
        Member admin = signedIn.member(Role.ADMINISTRATOR);
        Member giver = signedIn.member(Role.CLINICIAN);
        Member colleague = signedIn.member(Role.MODERATOR);
        mvc.perform(post("/account/lending")
                        .param("role", "clinician")
                        .param("colleague", colleague.id().toString())
                        .param("until", LocalDate.now().plusDays(3).toString())
                        .with(as(giver))
                        .with(csrf()))
                .andExpect(redirectedUrl("/account/lending"));
        assertThat(rolesOf(colleague)).containsExactlyInAnyOrder(Role.CLINICIAN, Role.MODERATOR);
        assertThat(people.withRole(Role.CLINICIAN)).extracting(Member::id).contains(colleague.id());

        membership.changeRoles(giver.id(), Set.of(Role.LEGAL), null, admin);
        assertThat(rolesOf(colleague)).containsExactly(Role.MODERATOR);
        membership.changeRoles(giver.id(), Set.of(Role.CLINICIAN), null, admin);
        jdbc.sql("update people.delegation set ends_at = now() - interval '1 second' where receiver = :id")
                .param("id", colleague.id())
                .update();
        assertThat(rolesOf(colleague)).containsExactly(Role.MODERATOR);
    }

    @Test
    void nobodyLendsWhatIsNotTheirOwn() throws Exception {
        Member giver = signedIn.member(Role.CLINICIAN);
        Member second = signedIn.member(Role.MODERATOR);
        Member third = signedIn.member(Role.MODERATOR);
        LocalDate last = LocalDate.now().plusDays(3);
        lending.lend(giver, second.id(), Role.CLINICIAN, last);
        Member stronger = people.find(second.id()).orElseThrow();

        refused(stronger, "clinician", third, last);
        refused(giver, "administrator", third, last);
        refused(giver, "legal", third, last);
        refused(giver, "clinician", giver, last);
        refused(giver, "clinician", third, LocalDate.now().minusDays(1));
        refused(giver, "clinician", third, LocalDate.now().plusDays(200));
        assertThat(rolesOf(third)).containsExactly(Role.MODERATOR);
    }

    private void refused(Member giver, String role, Member receiver, LocalDate last) throws Exception {
        mvc.perform(post("/account/lending")
                        .param("role", role)
                        .param("colleague", receiver.id().toString())
                        .param("until", last.toString())
                        .with(as(giver))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    private Set<Role> rolesOf(Member member) {
        return people.find(member.id()).orElseThrow().roles();
    }

    @Test
    void aPartnerReadsTheirCampaignAndChangesNothing() throws Exception {
        UUID campaign = UUID.randomUUID();
        Member partner = signedIn.partnerOf(campaign);
        assertThat(partner.partnerCampaign()).contains(campaign);
        assertThat(signedIn.member(Role.PARTNER).partnerCampaign()).isPresent();
        assertThat(signedIn.member(Role.COMMUNICATOR).partnerCampaign()).isEmpty();

        mvc.perform(post("/posts").with(as(partner)).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/people").with(as(partner))).andExpect(status().isForbidden());
        mvc.perform(get("/account").with(as(partner))).andExpect(status().isOk());
    }

    @Test
    void onlyAnAdministratorSeesEverybody() throws Exception {
        mvc.perform(get("/people").with(as(signedIn.member(Role.COMMUNICATOR)))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/people").with(as(signedIn.member(Role.COMMUNICATOR))))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"));
        mvc.perform(get("/people").with(as(signedIn.member(Role.ADMINISTRATOR))))
                .andExpect(status().isOk());
    }
}
