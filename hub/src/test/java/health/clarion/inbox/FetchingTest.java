package health.clarion.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.mail.Mail;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes back is kept, once and whole, and calls somebody when a person may be in danger. */
@HubTest
class FetchingTest {

    private static Outside.Servers servers;

    private final Outside outside;
    private final Inbox inbox;
    private final Alarms alarms;
    private final Mail mail;
    private final Duty duty;
    private final SignedIn signedIn;
    private final JdbcClient jdbc;

    FetchingTest(
            Inbox inbox,
            Fetching fetching,
            Keeping keeping,
            Alarms alarms,
            Mail mail,
            Duty duty,
            SignedIn signedIn,
            JdbcClient jdbc) {
        this.outside = new Outside(servers, inbox, fetching, keeping, jdbc);
        this.inbox = inbox;
        this.alarms = alarms;
        this.mail = mail;
        this.duty = duty;
        this.signedIn = signedIn;
        this.jdbc = jdbc;
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
    void whatComesBackOnBothNetworksIsKeptOnce() {
        Outside.Reach here = outside.onMastodon();
        Outside.Reach there = outside.onBluesky();
        String by = Outside.name() + "@elsewhere.example";
        outside.mastodon().mention((MastodonStandIn.Account) here.there(), by, "<p>Which colleges?</p>", "");
        outside.bluesky().notify((BlueskyStandIn.Account) there.there(), by, "Thank you", "", Instant.now());

        assertThat(outside.look(here)).isEqualTo(1);
        assertThat(outside.look(there)).isEqualTo(1);
        outside.forgetCursor(here);
        outside.forgetCursor(there);
        assertThat(outside.look(here)).isZero();
        assertThat(outside.look(there)).isZero();
        assertThat(inbox.of(Network.MASTODON, "@" + by)).extracting(Item::text).containsExactly("Which colleges?");
        assertThat(inbox.of(Network.BLUESKY, by)).extracting(Item::text).containsExactly("Thank you");
    }

    @Test
    void manyMorePagesThanOneAreReadAcrossLooks() {
        Outside.Reach here = outside.onMastodon();
        String by = Outside.name();
        MastodonStandIn.Account account = (MastodonStandIn.Account) here.there();
        outside.mastodon().mention(account, by, "<p>first</p>", "");
        outside.look(here);
        for (int i = 0; i < 130; i++) {
            outside.mastodon().mention(account, by, "<p>again " + i + "</p>", "");
        }
        assertThat(outside.look(here)).isEqualTo(130);
    }

    @Test
    void aThousandAtOnceAreAllKeptALookAtATimeEvenWhereNothingHadComeBefore() {
        for (Outside.Reach reach : List.of(outside.onMastodon(), outside.onBluesky())) {
            String by = Outside.name();
            outside.look(reach);
            Instant start = Instant.now().minusSeconds(2_000);
            for (int i = 0; i < 1_000; i++) {
                switch (reach.there()) {
                    case MastodonStandIn.Account there ->
                        outside.mastodon().mention(there, by, "<p>again " + i + "</p>", "");
                    case BlueskyStandIn.Account there ->
                        outside.bluesky().notify(there, by, "again " + i, "", start.plusSeconds(i));
                    default -> throw new IllegalStateException();
                }
            }
            int looks = 0;
            int fresh = 0;
            while (fresh < 1_000 && looks++ < 10) {
                fresh += outside.look(reach);
            }
            assertThat(fresh).as("%s", reach.account().network()).isEqualTo(1_000);
            assertThat(looks).isBetween(2, 3);
            assertThat(outside.look(reach)).isZero();
        }
    }

    @Test
    void whatAServerDeliversLateIsNotPassedOver() {
        Outside.Reach here = outside.onMastodon();
        String by = Outside.name();
        MastodonStandIn.Account account = (MastodonStandIn.Account) here.there();
        outside.mentioned(here, by, "first");
        String late = outside.mastodon().reserve();
        outside.mentioned(here, by, "third");
        outside.mastodon().mentionLate(late, account, by, "<p>second</p>");

        assertThat(outside.look(here)).isEqualTo(1);
        assertThat(outside.look(here)).isZero();
        assertThat(inbox.of(Network.MASTODON, by)).extracting(Item::text).contains("second");
    }

    @Test
    void dangerThatIsWrittenIntoAnOldReplyIsAsUrgentAsInANewOne() {
        Member moderator = signedIn.member(Role.MODERATOR);
        jdbc.sql("delete from inbox.duty").update();
        Outside.Reach here = outside.onMastodon();
        String by = Outside.name();
        String id = outside.mastodon().mention((MastodonStandIn.Account) here.there(), by, "<p>Thank you</p>", "");
        outside.look(here);
        Item calm = inbox.of(Network.MASTODON, by).getFirst();
        inbox.claim(calm.id(), moderator, false);

        outside.mastodon().editMention(id, "<p>I want to kill myself tonight, I have the pills ready</p>");
        assertThat(outside.look(here)).isZero();

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
        Item danger = outside.mentioned(outside.onBluesky(), Outside.name(), words);
        assertThat(danger.urgent()).isTrue();
        assertThat(inbox.urgent()).extracting(Item::id).contains(danger.id());
    }

    @Test
    void nobodysWordsAreInTheAuditOrInAnyLetter() {
        Member moderator = signedIn.member(Role.MODERATOR);
        jdbc.sql("delete from inbox.duty").update();
        Item danger = outside.mentioned(
                outside.onMastodon(),
                Outside.name(),
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
        Outside.Reach here = outside.onMastodon();
        outside.mastodon().revoke((MastodonStandIn.Account) here.there());
        outside.look(here);
        outside.look(here);
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
        Outside.Reach here = outside.onMastodon();
        outside.mentioned(here, Outside.name(), "Lovely post");
        Item danger = outside.mentioned(
                here,
                Outside.name(),
                "I want to kill myself tonight, I have the pills ready and I wrote a goodbye note");

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
        Item danger = outside.mentioned(
                outside.onBluesky(),
                Outside.name(),
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
}
