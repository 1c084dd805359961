package health.clarion.demo;

import health.clarion.accounts.Account;
import health.clarion.channels.Incoming;
import health.clarion.channels.Receipt;
import health.clarion.demo.Cast.Part;
import health.clarion.inbox.DemoReplies;
import health.clarion.inbox.Duty;
import health.clarion.inbox.Inbox;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Who wrote back to Harbour Minds, who answered, and who is on duty. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class Replies {

    private static final int WEEKS = 2;

    private final Cast cast;
    private final DemoReplies replies;
    private final Inbox inbox;
    private final Duty duty;
    private final TravellingClock travelling;
    private final Clock clock;

    Replies(Cast cast, DemoReplies replies, Inbox inbox, Duty duty, TravellingClock travelling, Clock clock) {
        this.cast = cast;
        this.replies = replies;
        this.inbox = inbox;
        this.duty = duty;
        this.travelling = travelling;
        this.clock = clock;
    }

    /** Priya has the days and Carles the nights, so that somebody is there at every hour. */
    void agreeOnDuty() {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Cast.ZONE).minusDays(1);
        for (int day = 0; day < 7; day++) {
            LocalDateTime morning = yesterday.plusDays(day).atTime(LocalTime.of(8, 0));
            LocalDateTime evening = yesterday.plusDays(day).atTime(LocalTime.of(20, 0));
            onDuty(cast.who(Part.PRIYA), morning, evening);
            onDuty(cast.who(Part.CARLES), evening, morning.plusDays(1));
        }
    }

    private void onDuty(Member member, LocalDateTime from, LocalDateTime to) {
        if (to.atZone(Cast.ZONE).toInstant().isAfter(clock.instant())) {
            duty.add(member.id(), from, to, Cast.ZONE, WEEKS, cast.who(Part.RUTH));
        }
    }

    /** Everything that came back, and what was done about it. */
    void arrive(Map<Network, Account> accounts) {
        for (Voice voice : Voice.all()) {
            Instant written = clock.instant().minusSeconds(Math.round(voice.hoursAgo() * 3_600));
            Account account = Objects.requireNonNull(accounts.get(voice.network()));
            UUID item = travelling.at(written.plusSeconds(40), () -> replies.came(account, incoming(voice, written)));
            answer(voice, item, written);
        }
    }

    private void answer(Voice voice, UUID item, Instant written) {
        Member priya = cast.who(Part.PRIYA);
        travelling.at(written.plus(Duration.ofMinutes(11)), () -> switch (voice.after()) {
            case NEW -> item;
            case IN_HAND -> inbox.claim(item, priya, false);
            case ANSWERED -> inbox.answered(item, priya, null);
            case DONE -> inbox.done(item, priya);
        });
    }

    // Nobody can be answered at an invented address, and the page says so.
    private static Incoming incoming(Voice voice, Instant written) {
        String address =
                "https://" + voice.network().id() + ".example/" + voice.handle() + "/" + written.getEpochSecond();
        Receipt nowhere = new Receipt("", address, address, Map.of());
        return new Incoming(
                address,
                voice.kind(),
                voice.handle(),
                voice.name(),
                voice.words().strip(),
                written,
                address,
                null,
                nowhere,
                nowhere);
    }
}
