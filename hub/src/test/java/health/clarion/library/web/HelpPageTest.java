package health.clarion.library.web;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.ui.PublicHtml;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class HelpPageTest {

    private final MockMvc mvc;
    private final SignedIn signedIn;

    HelpPageTest(MockMvc mvc, SignedIn signedIn) {
        this.mvc = mvc;
        this.signedIn = signedIn;
    }

    @Test
    void anybodyFindsAHelplineWithoutSignInScriptOrCookie() throws Exception {
        String html = PublicHtml.of(mvc, "/help");

        assertThat(html)
                .contains("Samaritans", "href=\"tel:116123\"", "href=\"tel:999\"", "Not checked by us yet")
                .contains("Text SHOUT to 85258", "data-leave", "CC BY-SA 4.0");
    }

    @Test
    void theCountryIsChosenByAddressBrowserOrLanguage() throws Exception {
        assertThat(PublicHtml.of(mvc, "/help?country=NL")).contains("113 Zelfmoordpreventie", "113 / 0800-0113");
        assertThat(PublicHtml.of(mvc, "/help?lang=es")).contains("Línea 024", "Puedes hablar con alguien ahora.");
        assertThat(PublicHtml.of(mvc, "/help?lang=ca")).contains("Línea 024", "Pots parlar amb algú ara.");
        mvc.perform(get("/help").header("Accept-Language", "es-MX,es;q=0.9"))
                .andExpect(content().string(containsString("SAPTEL")));
        assertThat(PublicHtml.of(mvc, "/help?country=all")).contains("New Zealand", "/help?country=NZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "XX", "gb", "../../etc/passwd", "%00", "GBGBGBGBGBGB"})
    void aStrangeCountryStillShowsHelp(String country) throws Exception {
        mvc.perform(get("/help").param("country", country))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tel:")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnAdministratorMarksALineAsChecked(Role role) throws Exception {
        boolean may = role == Role.ADMINISTRATOR;
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(90);
        var asked = mvc.perform(post("/helplines/pt-voz-de-apoio/check")
                .param("until", until.toString())
                .with(as(signedIn.member(role)))
                .with(csrf()));
        if (may) {
            asked.andExpect(redirectedUrl("/helplines?country=PT"));
            assertThat(PublicHtml.of(mvc, "/help?country=PT")).contains("Checked by us on");
            mvc.perform(post("/helplines/pt-voz-de-apoio/doubt")
                            .with(as(signedIn.member(role)))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        } else {
            asked.andExpect(status().isForbidden());
        }
        assertThat(PublicHtml.of(mvc, "/help?country=PT")).doesNotContain("Checked by us on");
    }

    @Test
    void anAdministratorSeesEveryLineOfACountryWithItsSources() throws Exception {
        mvc.perform(get("/helplines").param("country", "JP").with(as(signedIn.member(Role.ADMINISTRATOR))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("03-5774-0992")))
                .andExpect(content().string(containsString("differ on the telephone number")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2020-01-01", "9999-12-31", "2027-02-30"})
    void aDayThatCantBeIsRefusedInWords(String until) throws Exception {
        mvc.perform(post("/helplines/gb-calm-helpline/check")
                        .param("until", until)
                        .with(as(signedIn.member(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("choose another day")));
    }

    @Test
    void programsReadLinesWithoutATokenAndAdministratorsCheckThem() throws Exception {
        mvc.perform(get("/api/v1/helplines").param("country", "ie"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.attribution").value(containsString("CC BY-SA 4.0")))
                .andExpect(jsonPath("$.helplines[0].phone").value("116 123"))
                .andExpect(jsonPath("$.helplines[0].checkedUntil").doesNotExist());
        var administrator = byToken(signedIn.member(Role.ADMINISTRATOR), Scope.READ, Scope.WRITE);
        String body = "{\"until\":\"" + LocalDate.now(ZoneOffset.UTC).plusDays(10) + "\"}";
        mvc.perform(put("/api/v1/helplines/is-nobody/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(administrator)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(put("/api/v1/helplines/no-kirkens-sos/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(administrator)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.checkedUntil").exists());
        mvc.perform(delete("/api/v1/helplines/no-kirkens-sos/check")
                        .with(administrator)
                        .with(csrf()))
                .andExpect(status().isNoContent());
    }
}
