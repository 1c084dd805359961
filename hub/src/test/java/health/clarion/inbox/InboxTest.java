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
import health.clarion.accounts.Account;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials;
import health.clarion.channels.gateway.Gateway;
import health.clarion.mail.Mail;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import health.clarion.ui.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class InboxTest {

    private static MastodonStandIn mastodon;
    private static BlueskyStandIn bluesky;
    private static final Channels CHANNELS = Channels.standard(new Gateway(Gateway.Settings.of(true)));

    private final Inbox inbox;
    private final Fetching fetching;
    private final Keeping keeping;
    private final Answering answering;
    private final GivenAnswers answers;
    private final Retention retention;
    private final Alarms alarms;
    private final Mail mail;
    private final Duty duty;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;
    private final MockMvc mvc;

    InboxTest(
            Inbox inbox,
            Fetching fetching,
            Keeping keeping,
            Answering answering,
            GivenAnswers answers,
            Retention retention,
            Alarms alarms,
            Mail mail,
            Duty duty,
            SignedIn signedIn,
            JdbcClient jdbc,
            MockMvc mvc) {
        this.inbox = inbox;
        this.fetching = fetching;
        this.keeping = keeping;
        this.answering = answering;
        this.answers = answers;
        this.retention = retention;
        this.alarms = alarms;
        this.mail = mail;
        this.duty = duty;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    /** One of our accounts on a stand-in, with all it takes to read it. */
    private record Reach(Account account, Channel channel, Connection connection, Object there) {}

    @BeforeAll
    static void servers() {
        mastodon = MastodonStandIn.start();
        bluesky = BlueskyStandIn.start();
    }

    @AfterAll
    static void close() {
        mastodon.close();
        bluesky.close();
    }

    private static String name() {
        return "u" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Reach onMastodon() {
        MastodonStandIn.Account there = mastodon.createAccount(name(), "Harbour Minds");
        Credentials token = new Credentials.OAuthToken(
                there.id(), there.clientId(), there.clientSecret(), there.accessToken(), null, null);
        return reach(Network.MASTODON, mastodon.url(), there.username(), token, there);
    }

    private Reach onBluesky() {
        BlueskyStandIn.Account there = bluesky.createAccount(name());
        Credentials password = new Credentials.AppPassword(there.handle(), there.appPassword(), null);
        return reach(Network.BLUESKY, bluesky.url(), there.handle(), password, there);
    }

    private Reach reach(Network network, java.net.URI server, String handle, Credentials credentials, Object there) {
        Account account = new Account(UUID.randomUUID(), network, server, handle, handle, Account.Status.CONNECTED);
        keeping.know(List.of(account.id()));
        jdbc.sql("update inbox.source set next_look_at = 'infinity' where account = :id") // the job leaves it to us
                .param("id", account.id())
                .update();
        var kept = new java.util.concurrent.atomic.AtomicReference<>(credentials);
        Connection connection = new Connection(
                network, server, handle, credentials, (Credentials stale, UnaryOperator<Credentials> renewal) -> {
                    kept.set(renewal.apply(kept.get()));
                    return kept.get();
                });
        return new Reach(account, CHANNELS.on(network).orElseThrow(), connection, there);
    }

    private void forgetCursor(Reach reach) {
        jdbc.sql("update inbox.source set cursor = '' where account = :id")
                .param("id", reach.account().id())
                .update();
    }

    private int look(Reach reach) {
        return fetching.look(reach.account(), reach.channel(), reach.connection());
    }

    private Item mentioned(Reach reach, String by, String text) {
        switch (reach.there()) {
            case MastodonStandIn.Account there -> mastodon.mention(there, by, "<p>" + text + "</p>", "");
            case BlueskyStandIn.Account there -> bluesky.notify(there, by, text, "", Instant.now());
            default -> throw new IllegalStateException();
        }
        look(reach);
        return inbox.of(reach.account().network(), by).getFirst();
    }

    @Test
    void whatComesBackOnBothNetworksIsKeptOnce() {
        Reach here = onMastodon();
        Reach there = onBluesky();
        String by = name() + "@elsewhere.example";
        mastodon.mention((MastodonStandIn.Account) here.there(), by, "<p>Which colleges?</p>", "");
        bluesky.notify((BlueskyStandIn.Account) there.there(), by, "Thank you", "", Instant.now());

        assertThat(look(here)).isEqualTo(1);
        assertThat(look(there)).isEqualTo(1);
        forgetCursor(here);
        forgetCursor(there);
        assertThat(look(here)).isZero();
        assertThat(look(there)).isZero();
        assertThat(inbox.of(Network.MASTODON, "@" + by)).extracting(Item::text).containsExactly("Which colleges?");
        assertThat(inbox.of(Network.BLUESKY, by)).extracting(Item::text).containsExactly("Thank you");
    }

    @Test
    void manyMorePagesThanOneAreReadAcrossLooks() {
        Reach here = onMastodon();
        String by = name();
        MastodonStandIn.Account account = (MastodonStandIn.Account) here.there();
        mastodon.mention(account, by, "<p>first</p>", "");
        look(here);
        for (int i = 0; i < 130; i++) {
            mastodon.mention(account, by, "<p>again " + i + "</p>", "");
        }
        assertThat(look(here)).isEqualTo(130);
    }

    @Test
    void aThousandAtOnceAreAllKeptALookAtATimeEvenWhereNothingHadComeBefore() {
        for (Reach reach : List.of(onMastodon(), onBluesky())) {
            String by = name();
            look(reach);
            Instant start = Instant.now().minusSeconds(2_000);
            for (int i = 0; i < 1_000; i++) {
                switch (reach.there()) {
                    case MastodonStandIn.Account there -> mastodon.mention(there, by, "<p>again " + i + "</p>", "");
                    case BlueskyStandIn.Account there ->
                        bluesky.notify(there, by, "again " + i, "", start.plusSeconds(i));
                    default -> throw new IllegalStateException();
                }
            }
            int looks = 0;
            int fresh = 0;
            while (fresh < 1_000 && looks++ < 10) {
                fresh += look(reach);
            }
            assertThat(fresh).as("%s", reach.account().network()).isEqualTo(1_000);
            assertThat(looks).isBetween(2, 3);
            assertThat(look(reach)).isZero();
        }
    }

    @Test
    void whatAServerDeliversLateIsNotPassedOver() {
        Reach here = onMastodon();
        String by = name();
        MastodonStandIn.Account account = (MastodonStandIn.Account) here.there();
        mentioned(here, by, "first");
        String late = mastodon.reserve();
        mentioned(here, by, "third");
        mastodon.mentionLate(late, account, by, "<p>second</p>");

        assertThat(look(here)).isEqualTo(1);
        assertThat(look(here)).isZero();
        assertThat(inbox.of(Network.MASTODON, by)).extracting(Item::text).contains("second");
    }

    @Test
    void dangerThatIsWrittenIntoAnOldReplyIsAsUrgentAsInANewOne() {
        Member moderator = signedIn.member(Role.MODERATOR);
        jdbc.sql("delete from inbox.duty").update();
        Reach here = onMastodon();
        String by = name();
        String id = mastodon.mention((MastodonStandIn.Account) here.there(), by, "<p>Thank you</p>", "");
        look(here);
        Item calm = inbox.of(Network.MASTODON, by).getFirst();
        inbox.claim(calm.id(), moderator, false);

        mastodon.editMention(id, "<p>I want to kill myself tonight, I have the pills ready</p>");
        assertThat(look(here)).isZero();

        Item danger = inbox.of(Network.MASTODON, by).getFirst();
        assertThat(danger.id()).isEqualTo(calm.id());
        assertThat(danger.crisis()).isGreaterThanOrEqualTo(3);
        assertThat(danger.state()).isEqualTo(Item.State.NEW);
        assertThat(letters(moderator))
                .anySatisfy(text -> assertThat(text).contains(danger.id().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Esta noche me voy a matar, ya tengo las pastillas.",
                "No puedo más, voy a quitarme la vida esta noche",
                "Aquesta nit em vull matar, ja tinc les pastilles.",
                "Vull matar-me avui, no puc més"
            })
    void dangerInSpanishAndCatalanIsUrgentToo(String words) {
        Item danger = mentioned(onBluesky(), name(), words);
        assertThat(danger.urgent()).isTrue();
        assertThat(inbox.urgent()).extracting(Item::id).contains(danger.id());
    }

    @Test
    void nobodysWordsAreInTheAuditOrInAnyLetter() {
        Member moderator = signedIn.member(Role.MODERATOR);
        jdbc.sql("delete from inbox.duty").update();
        Item danger = mentioned(
                onMastodon(),
                name(),
                "I want to kill myself tonight, the quokka pills are ready, goodbye note written");
        assertThat(danger.urgent()).isTrue();
        assertThat(jdbc.sql("select count(*) from audit.entry where cast(entry as text) ilike '%quokka%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(letters(moderator)).isNotEmpty().noneMatch(text -> text.contains("quokka"));
    }

    @Test
    void anAccountThatFailsWaitsLongerAndSaysWhy() {
        Reach here = onMastodon();
        mastodon.revoke((MastodonStandIn.Account) here.there());
        look(here);
        look(here);
        var row = jdbc.sql("""
                select failures, trouble_key, next_look_at > now() + interval '100 seconds' as later
                from inbox.source where account = :id
                """).param("id", here.account().id()).query().singleRow();
        assertThat(row.get("failures")).isEqualTo(2);
        assertThat(row.get("trouble_key")).isEqualTo("channels.sign-in");
        assertThat(row.get("later")).isEqualTo(true);
    }

    @Test
    void whoMayBeInDangerComesFirstAndEveryModeratorIsCalledWhenNobodyIsOnDuty() {
        jdbc.sql("delete from inbox.duty").update();
        Member moderator = signedIn.member(Role.MODERATOR);
        Reach here = onMastodon();
        mentioned(here, name(), "Lovely post");
        Item danger = mentioned(
                here, name(), "I want to kill myself tonight, I have the pills ready and I wrote a goodbye note");

        assertThat(danger.crisis()).isGreaterThanOrEqualTo(3);
        assertThat(inbox.open(0, null).items().getFirst().urgent()).isTrue();
        assertThat(mail.outbox(200))
                .filteredOn(
                        message -> message.recipient().equals(moderator.email().value()))
                .anySatisfy(message -> {
                    assertThat(message.text()).contains("/inbox/" + danger.id());
                    assertThat(message.text()).doesNotContain("pills");
                });
    }

    @Test
    void whoIsOnDutyIsCalledAloneAndEverybodyWhenTheyDoNotCome() {
        jdbc.sql("delete from inbox.duty").update();
        Member other = signedIn.member(Role.MODERATOR);
        Member onDuty = signedIn.member(Role.MODERATOR);
        var now = java.time.LocalDateTime.now(java.time.ZoneId.of("Europe/London"));
        duty.add(onDuty.id(), now.minusHours(1), now.plusHours(1), java.time.ZoneId.of("Europe/London"), 1, onDuty);
        Item danger = mentioned(
                onBluesky(),
                name(),
                "I want to kill myself tonight, I have the pills ready and I wrote a goodbye note");

        assertThat(letters(onDuty))
                .anySatisfy(text -> assertThat(text).contains(danger.id().toString()));
        assertThat(letters(other))
                .noneSatisfy(text -> assertThat(text).contains(danger.id().toString()));
        jdbc.sql("update inbox.item set alarmed_at = now() - interval '16 minutes' where id = :id")
                .param("id", danger.id())
                .update();
        alarms.soundAgain();
        assertThat(letters(other))
                .anySatisfy(text -> assertThat(text).contains(danger.id().toString()));
        jdbc.sql("delete from inbox.duty").update();
    }

    private List<String> letters(Member member) {
        return mail.outbox(200).stream()
                .filter(message -> message.recipient().equals(member.email().value()))
                .map(Mail.Message::text)
                .toList();
    }

    @Test
    void oneTakesItAndAnotherOnlyTakesItOverOnPurpose() {
        Member first = signedIn.member(Role.MODERATOR);
        Member second = signedIn.member(Role.COMMUNICATOR);
        Item item = mentioned(onMastodon(), name(), "A question");

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
        Reach here = onMastodon();
        Item item = mentioned(here, "ana@elsewhere.example", "Which colleges are doing this?");
        int before = mastodon.created().size();

        var sent = answering.answer(
                item,
                Answering.addressed(item, "Six of them, the list is on our page."),
                "en",
                me,
                here.channel(),
                here.connection(),
                here.account());
        assertThat(sent).isInstanceOf(Answering.Result.Sent.class);
        assertThat(mastodon.created()).hasSize(before + 1);
        assertThat(mastodon.created().getLast().toString()).contains("@ana@elsewhere.example Six of them");
        assertThat(inbox.find(item.id()).orElseThrow().state()).isEqualTo(Item.State.ANSWERED);
        assertThatThrownBy(() ->
                        answering.answer(item, "Again", "en", me, here.channel(), here.connection(), here.account()))
                .isInstanceOf(Problem.class);
        assertThat(mastodon.created()).hasSize(before + 1);
    }

    @Test
    void anAnswerNobodyKnowsAboutWaitsForAPersonAndIsNotSentAgain() {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Reach here = onMastodon();
        Item item = mentioned(here, "joan@elsewhere.example", "Hello?");
        mastodon.play(health.clarion.rig.Repertoire.of(
                java.util.Map.of(health.clarion.rig.Fault.ERROR_BUT_PUBLISHED, 1.0), 1));
        try {
            var result = answering.answer(item, "Hello!", "en", me, here.channel(), here.connection(), here.account());
            assertThat(result).isInstanceOf(Answering.Result.Unsure.class);
        } finally {
            mastodon.play(health.clarion.rig.Repertoire.calm());
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
        Item item = mentioned(onMastodon(), name(), "Can you look at my case?");
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
        Item old = mentioned(onMastodon(), name(), "Long ago");
        Item fresh = mentioned(onMastodon(), name(), "Today");
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
        Reach here = onMastodon();
        String by = name();
        mentioned(here, by, "Please forget me");
        mvc.perform(delete("/api/v1/inbox/authors/mastodon/" + by)
                        .with(as(moderator))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"erased\":1}"));
        forgetCursor(here);
        look(here);
        assertThat(inbox.of(Network.MASTODON, by)).isEmpty();
    }

    @Test
    void partnersAndAnalystsSeeNobodysWords() throws Exception {
        Item item = mentioned(onMastodon(), name(), "Only for the team");
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
        Reach there = onBluesky();
        Item markup = mentioned(there, name() + ".test", "<script>alert(1)</script> hi");
        mvc.perform(get("/inbox/" + markup.id()).with(as(moderator)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
        Item danger = mentioned(there, name() + ".test", "I want to kill myself tonight, I have the pills ready");
        mvc.perform(get("/inbox/" + danger.id()).with(as(moderator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("What to do now")))
                .andExpect(content().string(containsString("/help")));
    }

    @Test
    void claimingWorksAsAPlainForm() throws Exception {
        Member moderator = signedIn.member(Role.MODERATOR);
        Item item = mentioned(onMastodon(), name(), "Hello");
        mvc.perform(post("/inbox/" + item.id() + "/claim").with(as(moderator)).with(csrf()))
                .andExpect(redirectedUrl("/inbox/" + item.id()));
        assertThat(inbox.find(item.id()).orElseThrow().with(moderator.id())).isTrue();
    }
}
