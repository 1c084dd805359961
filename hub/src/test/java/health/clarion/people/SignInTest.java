package health.clarion.people;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class SignInTest {

    private static final String PASSWORD = "lantern gravel orbit tulip";

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final Passwords passwords;

    SignInTest(MockMvc mvc, SignedIn signedIn, Passwords passwords) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.passwords = passwords;
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignInPageAndBackAgain() throws Exception {
        mvc.perform(get("/nowhere?a=b"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/sign-in?next=%2Fnowhere%3Fa%3Db"));
        mvc.perform(get("/sign-in?next=/nowhere")).andExpect(status().isOk());
        mvc.perform(get("/api/v1/me"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void theRightPasswordOpensAndTheWrongOneSaysNeitherWhich() throws Exception {
        Member member = signedIn.member(Role.MODERATOR);
        passwords.set(member.id(), PASSWORD);

        mvc.perform(post("/sign-in")
                        .param("email", member.email().value())
                        .param("password", "not " + PASSWORD)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("address or the password is not right")))
                .andExpect(content().string(containsString(member.email().value())))
                .andExpect(cookie().doesNotExist("clarion-session"));
        mvc.perform(post("/sign-in")
                        .param("email", member.email().value().toUpperCase())
                        .param("password", PASSWORD)
                        .param("next", "/calendar")
                        .with(csrf()))
                .andExpect(redirectedUrl("/calendar"))
                .andExpect(cookie().httpOnly("clarion-session", true))
                .andExpect(cookie().sameSite("clarion-session", "Lax"));
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }
}
