package health.clarion.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class SecondFactorTest {

    private final MockMvc mvc;
    private final SignedIn signedIn;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Seal seal;
    private final JdbcClient jdbc;
    private final Clock clock;

    private Member member;
    private Browser browser;

    SecondFactorTest(
            MockMvc mvc,
            SignedIn signedIn,
            Passwords passwords,
            SecondFactors factors,
            Seal seal,
            JdbcClient jdbc,
            Clock clock) {
        this.mvc = mvc;
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.factors = factors;
        this.seal = seal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void someoneWhoSignsOff() {
        member = signedIn.member(Role.CLINICIAN);
        passwords.set(member.id(), Browser.PASSWORD);
        browser = new Browser(mvc);
    }

    @Test
    void withoutASecondFactorNobodySignsOffOrPublishes() throws Exception {
        browser.signIn(member).andExpect(redirectedUrl("/account/factors?needed&next=%2Fdesk"));

        browser.open("/api/v1/me")
                .andExpect(jsonPath("$.authorities", hasItems("ROLE_CLINICIAN", "read", "write")))
                .andExpect(jsonPath("$.authorities", not(hasItem("sign-off"))));
    }

    @Test
    void aCodeAppIsSetUpWithItsFirstCodeAndRecoveryCodesAreShownOnce() throws Exception {
        browser.signIn(member);
        browser.open("/account/factors/code-app")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("class=\"qr\"")));
        browser.submit("/account/factors/code-app", "code", "000000").andExpect(status().isUnprocessableContent());

        String page = browser.submit("/account/factors/code-app", "code", codeOf("totp_pending"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(recoveryCodes(page)).hasSize(10).doesNotHaveDuplicates();
        browser.open("/api/v1/me").andExpect(jsonPath("$.authorities", hasItem("sign-off")));
    }

    @Test
    void afterThePasswordTheCodeIsAskedForAndOpensNothingTwice() throws Exception {
        setUpCodeApp();
        browser.signIn(member).andExpect(redirectedUrl("/sign-in/code"));
        browser.open("/account").andExpect(redirectedUrl("/sign-in?next=%2Faccount"));

        String code = codeOf("totp_secret");
        browser.submit("/sign-in/code", "code", code).andExpect(redirectedUrl("/desk"));
        browser.open("/api/v1/me").andExpect(jsonPath("$.authorities", hasItem("sign-off")));

        Browser thief = new Browser(mvc);
        thief.signIn(member);
        thief.submit("/sign-in/code", "code", code).andExpect(status().isUnprocessableContent());
        thief.open("/api/v1/me").andExpect(status().isUnauthorized());
    }

    @Test
    void guessingCodesIsStoppedAndSaysWhenToComeBack() throws Exception {
        setUpCodeApp();
        browser.signIn(member);
        for (int i = 0; i < 5; i++) {
            browser.submit("/sign-in/code", "code", "00000" + i).andExpect(status().isUnprocessableContent());
        }
        browser.submit("/sign-in/code", "code", codeOf("totp_secret"))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("seconds")));
    }

    @Test
    void aRecoveryCodeLetsInOnce() throws Exception {
        setUpCodeApp();
        String code = factors.newRecoveryCodes(member).getFirst();
        browser.signIn(member);
        browser.submit("/sign-in/code", "code", code.toUpperCase().replace("-", " "), "recovery", "yes")
                .andExpect(redirectedUrl("/desk"));

        Browser again = new Browser(mvc);
        again.signIn(member);
        again.submit("/sign-in/code", "code", code, "recovery", "yes").andExpect(status().isUnprocessableContent());
        assertThat(factors.recoveryCodesLeft(member.id())).isEqualTo(9);
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() throws Exception {
        setUpCodeApp();
        String old = factors.newRecoveryCodes(member).getFirst();
        String fresh = factors.newRecoveryCodes(member).getFirst();
        browser.signIn(member);
        browser.submit("/sign-in/code", "code", old, "recovery", "yes").andExpect(status().isUnprocessableContent());
        browser.submit("/sign-in/code", "code", fresh, "recovery", "yes").andExpect(redirectedUrl("/desk"));
    }

    @Test
    void neitherSeedNorRecoveryCodesCanBeReadFromTheDatabase() {
        var seed = factors.begin(member);
        String code = factors.newRecoveryCodes(member).getFirst();

        byte[] kept = jdbc.sql("select totp_pending from people.member where id = :id")
                .param("id", member.id())
                .query(byte[].class)
                .single();
        assertThat(Totp.base32(kept)).doesNotContain(seed.text());
        assertThat(seal.open(kept, member.actor()))
                .satisfies(open -> assertThat(Totp.base32(open)).isEqualTo(seed.text()));
        assertThat(jdbc.sql("select encode(hash, 'escape') from people.recovery_code where member = :id")
                        .param("id", member.id())
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(code));
    }

    @Test
    void changingFactorsNeedsAFreshProof() throws Exception {
        setUpCodeApp();
        browser.signIn(member);
        browser.submit("/sign-in/code", "code", codeOf("totp_secret"));
        jdbc.sql(
                        "update people.session set second_factor_at = second_factor_at - interval '11 minutes' where member = :id")
                .param("id", member.id())
                .update();

        browser.submit("/account/factors/code-app/removal")
                .andExpect(redirectedUrl("/account/confirm?next=%2Faccount%2Ffactors"));
        assertThat(factors.hasCodeApp(member.id())).isTrue();
    }

    private void setUpCodeApp() {
        factors.begin(member);
        assertThat(factors.confirm(member, codeOf("totp_pending"))).isPresent();
        // As if that had been a while ago: its code doesn't count as used any more.
        jdbc.sql("update people.member set totp_last_step = 0 where id = :id")
                .param("id", member.id())
                .update();
    }

    private String codeOf(String column) {
        byte[] sealed = jdbc.sql("select " + column + " from people.member where id = :id")
                .param("id", member.id())
                .query(byte[].class)
                .single();
        return Totp.code(seal.open(sealed, member.actor()), Totp.step(clock.instant()), 6);
    }

    private static List<String> recoveryCodes(String page) {
        return Pattern.compile("<li>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</li>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
