package health.clarion.people;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class AccessTest {

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final Passwords passwords;
    private final Sessions sessions;
    private final DemoAccounts demo;
    private final JdbcClient jdbc;

    AccessTest(
            MockMvc mvc,
            SignedIn signedIn,
            Passwords passwords,
            Sessions sessions,
            DemoAccounts demo,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.sessions = sessions;
        this.demo = demo;
        this.jdbc = jdbc;
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithWordsAndNothingHappens() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        mvc.perform(post("/account").param("name", "Somebody else").with(as(member)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("open for too long")));
    }

    @Test
    void whatWasTypedWithoutASessionIsNotLedAway() throws Exception {
        mvc.perform(post("/account").param("name", "Nadia").with(csrf()))
                .andExpect(status().isUnauthorized())
                .andExpect(content().string(containsString("still in your browser")));
    }

    @Test
    void strangersWhoPostWithoutEndAreToldWhenToComeBack() throws Exception {
        MockHttpServletResponse answer = strangersPost();
        for (int i = 0; i < 5_000 && answer.getStatus() != 429; i++) {
            answer = strangersPost();
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentAsString()).contains("try again in one second");
        mvc.perform(post("/forgotten").param("email", "a@example.org").with(csrf()))
                .andExpect(status().isOk());
    }

    private MockHttpServletResponse strangersPost() throws Exception {
        return mvc.perform(post("/forgotten").with(request -> {
                    request.setRemoteAddr("192.0.2.77");
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    @Test
    void guessingOnePasswordIsStoppedAfterTenTries() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        passwords.set(member.id(), Browser.PASSWORD);
        for (int i = 0; i < 10; i++) {
            new Browser(mvc)
                    .submit("/sign-in", "email", member.email().value(), "password", "guess number " + i)
                    .andExpect(status().isUnprocessableContent());
        }
        new Browser(mvc).signIn(member).andExpect(status().isTooManyRequests());
    }

    @Test
    void sessionsAreListedAndEndOneByOneOrAllAtOnce() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        passwords.set(member.id(), Browser.PASSWORD);
        Browser here = new Browser(mvc);
        Browser there = new Browser(mvc);
        Browser elsewhere = new Browser(mvc);
        here.signIn(member);
        there.signIn(member);
        var second = sessions.of(member.id()).getFirst();
        elsewhere.signIn(member);
        here.open("/account/sessions").andExpect(content().string(containsString("This device")));

        here.submit("/account/sessions/" + second.id() + "/end").andExpect(redirectedUrl("/account/sessions"));
        there.open("/account").andExpect(status().isFound());
        here.submit("/account/sessions/end-others");
        elsewhere.open("/account").andExpect(status().isFound());
        here.open("/account").andExpect(status().isOk());
        here.submit("/sign-out").andExpect(redirectedUrl("/sign-in?signed-out"));
        assertThat(sessions.of(member.id())).isEmpty();
    }

    @Test
    void nobodyEndsAnothersSession() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        var begun = sessions.begin(member.id(), true, false, "");
        Member stranger = signedIn.member(Role.ADMINISTRATOR);
        mvc.perform(post("/account/sessions/" + begun.session().id() + "/end")
                .with(as(stranger))
                .with(csrf()));
        assertThat(sessions.find(begun.secret())).isPresent();
    }

    @Test
    void aSessionThatNobodyUsesEnds() {
        Member member = signedIn.member(Role.MODERATOR);
        var begun = sessions.begin(member.id(), true, false, "");
        jdbc.sql("update people.session set seen_at = seen_at - interval '13 hours' where id = :id")
                .param("id", begun.session().id())
                .update();
        assertThat(sessions.find(begun.secret())).isEmpty();
    }

    @Test
    void changingThePasswordAsksForThePresentOneAndEndsOtherSessions() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        passwords.set(member.id(), Browser.PASSWORD);
        Browser here = new Browser(mvc);
        Browser there = new Browser(mvc);
        here.signIn(member);
        there.signIn(member);

        here.submit("/account/password", "present", "wrong", "password", "tulip orbit gravel lantern")
                .andExpect(status().isUnprocessableContent());
        there.open("/account").andExpect(status().isOk());
        here.submit("/account/password", "present", Browser.PASSWORD, "password", "tulip orbit gravel lantern")
                .andExpect(redirectedUrl("/account/factors"));
        there.open("/account").andExpect(status().isFound());
        here.open("/account").andExpect(status().isOk());
    }

    @Test
    void weakPasswordsAreRefusedWithTheReason() {
        assertThat(passwords.objection("short", java.util.List.of())).contains("people.password-short");
        assertThat(passwords.objection("password1234", java.util.List.of())).contains("people.password-common");
        assertThat(passwords.objection("aaaaaaaaaaaaaaaa", java.util.List.of())).contains("people.password-common");
        assertThat(passwords.objection("Harbour Minds", java.util.List.of("Harbour Minds")))
                .contains("people.password-common");
        assertThat(passwords.objection("x".repeat(201), java.util.List.of())).contains("people.password-long");
        assertThat(passwords.objection(Browser.PASSWORD, java.util.List.of("Harbour Minds")))
                .isEmpty();
    }

    @Test
    void demoAccountsAreMadeInADemonstrationOnly() {
        var person = new DemoAccounts.Person(
                "Nadia", new EmailAddress("nadia@harbourminds.example"), "demo", Set.of(Role.COMMUNICATOR));
        assertThatThrownBy(() -> demo.create(person)).isInstanceOf(IllegalStateException.class);
        assertThat(demo.all()).isEmpty();
    }

    @Test
    void aDemoAccountIsClosedOutsideADemonstration() throws Exception {
        Member member = signedIn.member(Role.COMMUNICATOR);
        passwords.set(member.id(), Browser.PASSWORD);
        Browser before = new Browser(mvc);
        before.signIn(member);
        jdbc.sql("update people.member set demo = true where id = :id")
                .param("id", member.id())
                .update();
        before.open("/account").andExpect(status().isFound());
        new Browser(mvc).signIn(member).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aLinkThatLeadsElsewhereLeadsToTheDesk() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        passwords.set(member.id(), Browser.PASSWORD);
        for (String next : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "evil"}) {
            new Browser(mvc)
                    .submit("/sign-in", "email", member.email().value(), "password", Browser.PASSWORD, "next", next)
                    .andExpect(redirectedUrl("/desk"));
        }
    }

    @Test
    void wordsComeInTheReadersLanguage() throws Exception {
        mvc.perform(get("/sign-in").header("Accept-Language", "ca"))
                .andExpect(content().string(containsString("Entra a Clarion")));
        mvc.perform(get("/sign-in").header("Accept-Language", "es-ES"))
                .andExpect(content().string(containsString("Entra en Clarion")));
    }
}
