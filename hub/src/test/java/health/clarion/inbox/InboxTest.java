package health.clarion.inbox;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.ui.Problem;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What came back is taken by one person, answered once, shown to the team only, and forgotten in time. */
@HubTest
class InboxTest {

    private static Outside.Servers servers;

    private final Outside outside;
    private final Inbox inbox;
    private final Answering answering;
    private final GivenAnswers answers;
    private final Retention retention;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;
    private final MockMvc mvc;
    private final Triage triage;

    InboxTest(
            Inbox inbox,
            Fetching fetching,
            Keeping keeping,
            Answering answering,
            GivenAnswers answers,
            Retention retention,
            SignedIn signedIn,
            JdbcClient jdbc,
            MockMvc mvc,
            Triage triage) {
        this.outside = new Outside(servers, inbox, fetching, keeping, jdbc);
        this.inbox = inbox;
        this.answering = answering;
        this.answers = answers;
        this.retention = retention;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.triage = triage;
    }

    @BeforeAll
    static void servers() {
        servers = Outside.Servers.start();
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @Test
    void oneTakesItAndAnotherOnlyTakesItOverOnPurpose() {
        Member first = signedIn.member(Role.MODERATOR);
        Member second = signedIn.member(Role.COMMUNICATOR);
        Item item = outside.mentioned(outside.onMastodon(), Outside.name(), "A question");

        assertThat(inbox.claim(item.id(), first, false).with(first.id())).isTrue();
        assertThatThrownBy(() -> inbox.claim(item.id(), second, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("inbox.with-somebody");
        assertThatThrownBy(() -> inbox.release(item.id(), second)).isInstanceOf(Problem.class);
        assertThat(inbox.claim(item.id(), second, true).with(second.id())).isTrue();
        assertThat(inbox.answered(item.id(), second, null).state()).isEqualTo(Item.State.ANSWERED);
        assertThatThrownBy(() -> inbox.claim(item.id(), first, true)).isInstanceOf(Problem.class);
        assertThat(inbox.reopen(item.id(), first).state()).isEqualTo(Item.State.NEW);
    }

    @Test
    void anAnswerGoesOutOnceAsAReplyToThem() {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Outside.Reach here = outside.onMastodon();
        Item item = outside.mentioned(here, "ana@elsewhere.example", "Which colleges are doing this?");
        int before = outside.mastodon().created().size();

        var sent = answering.answer(
                item,
                Answering.addressed(item, "Six of them, the list is on our page."),
                "en",
                me,
                here.channel(),
                here.connection(),
                here.account());
        assertThat(sent).isInstanceOf(Answering.Result.Sent.class);
        assertThat(outside.mastodon().created()).hasSize(before + 1);
        assertThat(outside.mastodon().created().getLast().toString()).contains("@ana@elsewhere.example Six of them");
        assertThat(inbox.find(item.id()).orElseThrow().state()).isEqualTo(Item.State.ANSWERED);
        assertThatThrownBy(() ->
                        answering.answer(item, "Again", "en", me, here.channel(), here.connection(), here.account()))
                .isInstanceOf(Problem.class);
        assertThat(outside.mastodon().created()).hasSize(before + 1);
    }

    @Test
    void anAnswerNobodyKnowsAboutWaitsForAPersonAndIsNotSentAgain() {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Outside.Reach here = outside.onMastodon();
        Item item = outside.mentioned(here, "joan@elsewhere.example", "Hello?");
        outside.mastodon()
                .play(health.clarion.rig.Repertoire.of(
                        java.util.Map.of(health.clarion.rig.Fault.ERROR_BUT_PUBLISHED, 1.0), 1));
        try {
            var result = answering.answer(item, "Hello!", "en", me, here.channel(), here.connection(), here.account());
            assertThat(result).isInstanceOf(Answering.Result.Unsure.class);
        } finally {
            outside.mastodon().play(health.clarion.rig.Repertoire.calm());
        }
        assertThat(answers.unsure(item)).isPresent();
        assertThatThrownBy(() ->
                        answering.answer(item, "Hello!", "en", me, here.channel(), here.connection(), here.account()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("inbox.answered-already");
        answers.settle(item.id(), true, me);
        assertThat(inbox.find(item.id()).orElseThrow().state()).isEqualTo(Item.State.ANSWERED);
    }

    @Test
    void anAnswerThatNamesAPersonIsHeldBackAndNothingTypedIsLost() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Item item = outside.mentioned(outside.onMastodon(), Outside.name(), "Can you look at my case?");
        String words = "Of course: your NHS number is 943 476 5919, right?";
        mvc.perform(post("/inbox/" + item.id() + "/answer")
                        .param("words", words)
                        .param("language", "en")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("943 476 5919")));
        assertThat(inbox.find(item.id()).orElseThrow().state()).isEqualTo(Item.State.NEW);
    }

    @Test
    void oldWordsAreDeletedAndNewOnesKept() {
        Item old = outside.mentioned(outside.onMastodon(), Outside.name(), "Long ago");
        Item fresh = outside.mentioned(outside.onMastodon(), Outside.name(), "Today");
        jdbc.sql("update inbox.item set fetched_at = now() - interval '181 days' where id = :id")
                .param("id", old.id())
                .update();
        retention.deleteOld();
        assertThat(inbox.find(old.id())).isEmpty();
        assertThat(inbox.find(fresh.id())).isPresent();
    }

    @Test
    void whatWasErasedDoesNotComeBackByBeingFetchedAgain() throws Exception {
        Member moderator = signedIn.member(Role.MODERATOR);
        Outside.Reach here = outside.onMastodon();
        String by = Outside.name();
        outside.mentioned(here, by, "Please forget me");
        mvc.perform(delete("/api/v1/inbox/authors/mastodon/" + by)
                        .with(as(moderator))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"erased\":1}"));
        outside.forgetCursor(here);
        outside.look(here);
        assertThat(inbox.of(Network.MASTODON, by)).isEmpty();
    }

    @Test
    void partnersAndAnalystsSeeNobodysWords() throws Exception {
        Item item = outside.mentioned(outside.onMastodon(), Outside.name(), "Only for the team");
        for (Member outside : List.of(signedIn.partnerOf(UUID.randomUUID()), signedIn.member(Role.ANALYST))) {
            mvc.perform(get("/inbox").with(as(outside))).andExpect(status().isForbidden());
            mvc.perform(get("/inbox/" + item.id()).with(as(outside))).andExpect(status().isForbidden());
            mvc.perform(get("/api/v1/inbox").with(as(outside))).andExpect(status().isForbidden());
        }
        Member moderator = signedIn.member(Role.MODERATOR);
        mvc.perform(get("/inbox").with(as(moderator))).andExpect(status().isOk());
        mvc.perform(get("/inbox/" + item.id()).with(as(moderator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Only for the team")));
    }

    @Test
    void theirWordsAreShownAsWordsAndGuidanceStandsBesideDanger() throws Exception {
        Member moderator = signedIn.member(Role.MODERATOR);
        Outside.Reach there = outside.onBluesky();
        Item markup = outside.mentioned(there, Outside.name() + ".test", "<script>alert(1)</script> hi");
        mvc.perform(get("/inbox/" + markup.id()).with(as(moderator)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
        Item danger = outside.mentioned(
                there, Outside.name() + ".test", "I want to kill myself tonight, I have the pills ready");
        mvc.perform(get("/inbox/" + danger.id()).with(as(moderator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("What to do now")))
                .andExpect(content().string(containsString("/help")));
    }

    @Test
    void theWordsThatDecidedAreMarkedWithWhatTheRiskIsAndWhose() throws Exception {
        Member moderator = signedIn.member(Role.MODERATOR);
        Item danger = outside.mentioned(
                outside.onBluesky(), Outside.name() + ".test", "Lovely door. I want to die <b>tonight</b>.");
        mvc.perform(get("/inbox/" + danger.id()).with(as(moderator)))
                .andExpect(content().string(containsString("<mark>")))
                .andExpect(content().string(not(containsString("<b>tonight"))))
                .andExpect(content().string(containsString("What: suicide.")))
                .andExpect(content().string(containsString("Who: the writer, now.")));
        mvc.perform(get("/inbox").with(as(moderator)))
                .andExpect(content().string(containsString("Who: the writer, now.")));
        Noticed noticed = triage.noticed(danger.text(), Locale.of("es"));
        assertThat(noticed.crisis().alarm()).isTrue();
        assertThat(noticed.signs())
                .allSatisfy(sign -> assertThat(noticed.words(sign)).isNotBlank());
    }

    @Test
    void whatNamesAPersonIsShownMaskedForWhoeverQuotesIt() throws Exception {
        Member moderator = signedIn.member(Role.MODERATOR);
        Item item = outside.mentioned(
                outside.onBluesky(), Outside.name() + ".test", "You can ring my sister on 07400 123456, she was there");
        mvc.perform(get("/inbox/" + item.id()).with(as(moderator)))
                .andExpect(content().string(containsString("You can ring my sister on [PHONE], she was there")));
    }

    @Test
    void claimingWorksAsAPlainForm() throws Exception {
        Member moderator = signedIn.member(Role.MODERATOR);
        Item item = outside.mentioned(outside.onMastodon(), Outside.name(), "Hello");
        mvc.perform(post("/inbox/" + item.id() + "/claim").with(as(moderator)).with(csrf()))
                .andExpect(redirectedUrl("/inbox/" + item.id()));
        assertThat(inbox.find(item.id()).orElseThrow().with(moderator.id())).isTrue();
    }
}
