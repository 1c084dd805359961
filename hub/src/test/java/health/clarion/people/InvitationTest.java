package health.clarion.people;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.mail.Mail;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class InvitationTest {

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final People people;
    private final Passwords passwords;
    private final Mail mail;
    private final JdbcClient jdbc;

    InvitationTest(MockMvc mvc, SignedIn signedIn, People people, Passwords passwords, Mail mail, JdbcClient jdbc) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.people = people;
        this.passwords = passwords;
        this.mail = mail;
        this.jdbc = jdbc;
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndIsIn() throws Exception {
        EmailAddress address = invite("es", Role.MODERATOR);
        assertThat(Letters.to(mail, address).getFirst().text()).contains("Elige tu contraseña");
        String link = Letters.link(mail, address);
        Browser browser = new Browser(mvc);

        browser.open(link).andExpect(status().isOk()).andExpect(content().string(containsString(address.value())));
        browser.submit(link, "name", "Nadia", "password", "short", "zone", "Europe/Madrid", "language", "es")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Nadia\"")));
        browser.submit(link, "name", "Nadia", "password", Browser.PASSWORD, "zone", "Europe/Madrid", "language", "es")
                .andExpect(redirectedUrl("/desk"));
        browser.open("/api/v1/me").andExpect(jsonPath("$.authorities", hasItem("ROLE_MODERATOR")));
        new Browser(mvc).open(link).andExpect(status().isGone());
        assertThat(people.find(address).orElseThrow().zone().getId()).isEqualTo("Europe/Madrid");
    }

    @Test
    void anInvitationEndsAfterSevenDaysAndANewOneEndsTheOld() throws Exception {
        EmailAddress address = invite("en", Role.MODERATOR);
        String first = Letters.link(mail, address);
        Member invited = people.find(address).orElseThrow();
        mvc.perform(post("/people/" + invited.id() + "/invitation")
                        .with(as(signedIn.member(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .andExpect(redirectedUrl("/people/" + invited.id()));
        mvc.perform(get(first)).andExpect(status().isGone());

        String second = Letters.link(mail, address);
        mvc.perform(get(second)).andExpect(status().isOk());
        jdbc.sql("update people.link set ends_at = ends_at - interval '7 days' where member = :id")
                .param("id", invited.id())
                .update();
        mvc.perform(get(second)).andExpect(status().isGone());
    }

    @Test
    void theLinkItselfIsNotInTheDatabase() throws Exception {
        String link = Letters.link(mail, invite("en", Role.MODERATOR));
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(jdbc.sql("select count(*) from people.link where encode(hash, 'escape') like :secret")
                        .param("secret", "%" + secret + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aForgottenPasswordIsSetAnewAndEverySessionEnds() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        passwords.set(member.id(), Browser.PASSWORD);
        Browser before = new Browser(mvc);
        before.signIn(member);
        mvc.perform(post("/forgotten").param("email", member.email().value()).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("If this address has an account")));
        String link = Letters.link(mail, member.email());

        new Browser(mvc)
                .submit(link, "password", "another lantern gravel orbit")
                .andExpect(redirectedUrl("/sign-in?reset"));
        before.open("/account").andExpect(status().isFound());
        new Browser(mvc).signIn(member).andExpect(status().isUnprocessableContent());
        mvc.perform(get(link)).andExpect(status().isGone());
    }

    @Test
    void askingForAResetTellsNobodyWhoHasAnAccount() throws Exception {
        EmailAddress nobody = new EmailAddress(UUID.randomUUID() + "@example.org");
        Member member = signedIn.member(Role.MODERATOR);
        String known = answer(member.email());
        String unknown = answer(nobody);

        assertThat(unknown).isEqualTo(known);
        Letters.link(mail, member.email());
        assertThat(Letters.to(mail, nobody)).isEmpty();
    }

    private String answer(EmailAddress address) throws Exception {
        return mvc.perform(post("/forgotten").param("email", address.value()).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("content=\"[^\"]*\"", "");
    }

    private EmailAddress invite(String language, Role role) throws Exception {
        EmailAddress address = new EmailAddress(UUID.randomUUID() + "@example.org");
        mvc.perform(post("/people/invite")
                        .param("name", "New colleague")
                        .param("email", address.value())
                        .param("language", language)
                        .param("roles", role.id())
                        .with(as(signedIn.member(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .andExpect(redirectedUrl("/people"));
        return address;
    }
}
