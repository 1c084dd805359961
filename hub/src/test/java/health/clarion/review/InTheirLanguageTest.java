package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.mail.Mail;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import health.clarion.people.Tokens;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.SignedPosts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** What was found is kept once and read by people of several languages: each reads it in their own. */
@HubTest
class InTheirLanguageTest {

    private static final Locale CATALAN = Locale.forLanguageTag("ca");
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final String CLAIM = "Walking every day lowers the risk of a heart attack.";
    private static final String ENGLISH_WORDS = "speaks of suicide as if it were a crime";
    private static final String CATALAN_WORDS = "parla del suïcidi com si fos un delicte";
    private static final String SPANISH_WORDS = "habla del suicidio como si fuera un delito";
    private static final Pattern LINK = Pattern.compile("(/sign/\\S+)");

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final SignedPosts signed;
    private final Posts posts;
    private final Tokens tokens;
    private final Mail mail;
    private final JdbcClient behindOurBack;

    InTheirLanguageTest(
            MockMvc mvc,
            SignedIn signedIn,
            SignedPosts signed,
            Posts posts,
            Tokens tokens,
            Mail mail,
            @Value("${clarion.test-owner-url}") String owner) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.signed = signed;
        this.posts = posts;
        this.tokens = tokens;
        this.mail = mail;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    private Submission found() {
        Content content = SignedPosts.words(CLAIM + " He committed suicide.")
                .withSources(List.of(new ClaimSource(CLAIM, "NHS 2024", "https://nhs.example/walking")));
        return signed.submitted(content, signed.writer());
    }

    @Test
    void aReviewerReadsWhatWasFoundInTheirOwnLanguage() throws Exception {
        Submission submission = found();
        for (Locale language : List.of(Locale.ENGLISH, SPANISH, CATALAN)) {
            mvc.perform(get("/review/" + submission.id()).with(as(signedIn.reading(language, Role.CLINICIAN))))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(containsString(
                                    language == CATALAN
                                            ? CATALAN_WORDS
                                            : language == SPANISH ? SPANISH_WORDS : ENGLISH_WORDS)));
        }
    }

    @Test
    void aGuestReadsAndIsWrittenToInTheirOwnLanguage() throws Exception {
        Submission submission = found();
        String address = "dra-" + UUID.randomUUID() + "@example.org";
        mvc.perform(post("/review/" + submission.id() + "/guests")
                        .with(as(signed.writer()))
                        .with(csrf())
                        .param("role", "clinician")
                        .param("name", "Dra. Mercè Soler")
                        .param("registration", "COMB 00000")
                        .param("email", address)
                        .param("language", "ca"))
                .andExpect(redirectedUrl("/review/" + submission.id()));
        String invitation = letters(address).getFirst().text();
        assertThat(invitation).startsWith("Hola, Dra. Mercè Soler:").contains("com a personal clínic");

        String link = first(LINK, invitation);
        mvc.perform(get(link).header("Accept-Language", "ca-ES,ca;q=0.9"))
                .andExpect(content().string(containsString(CATALAN_WORDS)))
                .andExpect(content().string(not(containsString(ENGLISH_WORDS))));
        mvc.perform(post(link + "/code").with(csrf()).header("Accept-Language", "es"));
        assertThat(letters(address).getFirst().subject()).startsWith("Tu código");
    }

    @Test
    void whoAsksForANewPasswordIsWrittenToInTheirOwnLanguage() throws Exception {
        String address = signedIn.reading(CATALAN, Role.MODERATOR).email().value();
        mvc.perform(post("/forgotten").param("email", address).with(csrf()).header("Accept-Language", "en"));
        await().untilAsserted(() -> assertThat(letters(address)).singleElement().satisfies(letter -> assertThat(
                        letter.subject())
                .isEqualTo("Tria una contrasenya nova per a Clarion")));
    }

    @Test
    void aProgramIsAnsweredInTheLanguageItAsksForAndElseInItsOwners() throws Exception {
        Submission submission = found();
        String path = "/api/v1/submissions/" + submission.id();
        String bearer = "Bearer " + tokenOf(signedIn.reading(CATALAN, Role.CLINICIAN));
        String message = "$.findings[?(@.rule == 'language/suicide-crime')].message";

        mvc.perform(get(path).header("Authorization", bearer))
                .andExpect(jsonPath(message).value("«committed suicide» " + CATALAN_WORDS + "."));
        mvc.perform(get(path).header("Authorization", bearer).header("Accept-Language", "es-MX"))
                .andExpect(jsonPath(message).value("«committed suicide» " + SPANISH_WORDS + "."));
        mvc.perform(get("/api/v1/submissions/" + UUID.randomUUID())
                        .header("Authorization", bearer)
                        .header("Accept-Language", "en"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("It was not handed to review."));
    }

    @Test
    void theCalendarsOwnCallsKeepTheLanguageOfThePageWhateverTheBrowserSays() throws Exception {
        Member reader = signedIn.reading(CATALAN, Role.COMMUNICATOR);
        mvc.perform(get("/api/v1/calendar?from=2026-10-10&to=2026-10-11")
                        .with(as(reader))
                        .header("Accept-Language", "en-GB"))
                .andExpect(jsonPath("$.days[0].flags")
                        .value(org.hamcrest.Matchers.hasItem("Dia Mundial de la Salut Mental")));
    }

    @Test
    void wordsOfARuleThatIsGoneStayAsTheyWereKept() throws Exception {
        Submission submission = found();
        behindOurBack.sql("""
                        update posts.submission set report = replace(report::text, 'language/suicide-crime', 'language/gone')::jsonb
                        where id = :id
                        """).param("id", submission.id()).update();
        assertThat(posts.report(submission.id(), CATALAN).findings())
                .filteredOn(found -> found.finding().rule().equals("language/gone"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.finding().message()).contains(ENGLISH_WORDS));
    }

    private String tokenOf(Member member) {
        return tokens.make(
                        member,
                        new Tokens.Wish("a program", Set.of(Scope.READ), Duration.ofDays(1)),
                        false,
                        member.actor())
                .secret();
    }

    private List<Mail.Message> letters(String address) {
        return mail.outbox(200).stream()
                .filter(letter -> letter.recipient().equals(address))
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
