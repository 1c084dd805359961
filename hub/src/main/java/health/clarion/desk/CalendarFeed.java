package health.clarion.desk;

import health.clarion.campaigns.AwarenessDays;
import health.clarion.people.Member;
import health.clarion.people.Organisation;
import health.clarion.people.Organisations;
import health.clarion.publishing.Feeds;
import health.clarion.ui.Words;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A member's calendar for their calendar app: three months back, a year ahead. */
@Component
public class CalendarFeed {

    private static final Duration BACK = Duration.ofDays(92);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Feeds feeds;
    private final Timeline timeline;
    private final AwarenessDays days;
    private final Organisations organisations;
    private final Words words;
    private final Clock clock;

    CalendarFeed(
            Feeds feeds, Timeline timeline, AwarenessDays days, Organisations organisations, Words words, Clock clock) {
        this.feeds = feeds;
        this.timeline = timeline;
        this.days = days;
        this.organisations = organisations;
        this.words = words;
        this.clock = clock;
    }

    /** The calendar under a secret, as iCalendar; empty when the secret opens nothing. */
    public Optional<String> read(String secret) {
        return feeds.open(secret).map(this::write);
    }

    private String write(Member member) {
        Organisation organisation = organisations.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String host = host(organisation.address());
        Ical ical = new Ical(words.of(member.locale(), "desk.feed.name", organisation.name()));
        timeline.between(
                        now.minus(BACK),
                        now.plus(AHEAD),
                        member.partnerCampaign().orElse(null),
                        member.zone(),
                        member.locale())
                .forEach(entry -> ical.add(new Ical.Event(
                        entry.post() + "-" + entry.due().getEpochSecond() + "@" + host,
                        now,
                        entry.due(),
                        entry.title(),
                        entry.said(),
                        organisation.link("/posts/" + entry.post()),
                        entry.rings() >= 2 ? Ical.Status.CONFIRMED : Ical.Status.TENTATIVE)));
        LocalDate today = LocalDate.ofInstant(now, member.zone());
        days.between(today, today.plusDays(AHEAD.toDays()))
                .forEach(day -> ical.add(new Ical.Days(
                        day.day().id() + "-" + day.first() + "@" + host,
                        now,
                        day.first(),
                        day.last(),
                        day.day().name(member.locale()),
                        day.day().source().toString())));
        return ical.end();
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host == null ? "clarion" : host;
    }
}
