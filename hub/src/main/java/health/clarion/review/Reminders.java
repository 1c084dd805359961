package health.clarion.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.mail.Mail;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.posts.Posts;
import health.clarion.ui.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever can sign: at once when it opens or becomes urgent, a day before the deadline, two hours before, and
 * when it has passed. Each kind of reminder goes out once.
 */
@Component
public class Reminders {

    /** When a reminder is due, counted back from the deadline. */
    private enum Kind {
        OPENED(Duration.ofDays(365)),
        URGENT(Duration.ofDays(365)),
        DAY(Duration.ofHours(24)),
        HOURS(Duration.ofHours(2)),
        PASSED(Duration.ZERO);

        private final Duration before;

        Kind(Duration before) {
            this.before = before;
        }

        boolean due(Request request, Instant now) {
            boolean applies = this != URGENT || request.urgent();
            return applies && !now.isBefore(request.deadline().minus(before));
        }

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Review review;
    private final OnCall onCall;
    private final People people;
    private final Posts posts;
    private final Mail mail;
    private final Words words;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(
            Review review,
            OnCall onCall,
            People people,
            Posts posts,
            Mail mail,
            Words words,
            Organisations organisations,
            JdbcClient jdbc,
            Clock clock) {
        this.review = review;
        this.onCall = onCall;
        this.people = people;
        this.posts = posts;
        this.mail = mail;
        this.words = words;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sends what is due; returns how many letters were written. */
    @Transactional
    public int remind() {
        Instant now = clock.instant();
        int written = 0;
        for (Request request : review.waiting()) {
            List<Kind> due = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                if (kind.due(request, now) && first(request.submission(), kind, now)) {
                    due.add(kind);
                }
            }
            // After a long pause several may be due together: the latest says it all.
            if (!due.isEmpty()) {
                written += write(request, due.getLast());
            }
        }
        return written;
    }

    /** A person presses "Send a reminder": to whoever is still missing, at most once an hour. */
    @Transactional
    public boolean nudge(UUID submission) {
        Instant now = clock.instant();
        Request request = review.find(submission).orElse(null);
        if (request == null || request.state() != Request.State.WAITING) {
            return false;
        }
        String kind = "nudge-" + now.getEpochSecond() / 3600;
        return noted(submission, kind, now) && write(request, Kind.HOURS) > 0;
    }

    private boolean first(UUID submission, Kind kind, Instant now) {
        return noted(submission, kind.id(), now);
    }

    private boolean noted(UUID submission, String kind, Instant now) {
        return jdbc.sql("""
                        insert into review.reminder (submission, kind, sent_at) values (:id, :kind, :now)
                        on conflict do nothing
                        """)
                        .param("id", submission)
                        .param("kind", kind)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private int write(Request request, Kind kind) {
        Set<Member> receivers = receivers(request);
        String title = posts.find(request.post()).orElseThrow().title();
        for (Member member : receivers) {
            String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(member.locale())
                    .format(request.deadline().atZone(member.zone()));
            mail.send(
                    member.email().value(),
                    oneLine(words.of(member.locale(), "review.mail." + kind.id() + "-subject", title)),
                    words.of(
                            member.locale(),
                            "review.mail." + kind.id(),
                            member.name(),
                            title,
                            when,
                            organisations.current().address() + "/review/" + request.submission()));
        }
        return receivers.size();
    }

    // Urgent ones go to whoever is on call; when nobody is, to everybody who could sign.
    private Set<Member> receivers(Request request) {
        Set<Member> receivers = new LinkedHashSet<>();
        for (Reader role : request.missing()) {
            List<Member> called = request.urgent() ? onCall.now(role) : List.of();
            List<Member> able =
                    called.isEmpty() ? people.all().stream().filter(role::mayBe).toList() : called;
            able.stream()
                    .filter(member -> !request.wroteIt(member.id()) && !request.signedBy(member.id()))
                    .limit(50)
                    .forEach(receivers::add);
        }
        return receivers;
    }

    private static String oneLine(String subject) {
        String line = subject.replaceAll("[\\r\\n]+", " ");
        return line.length() > Mail.LONGEST_SUBJECT ? line.substring(0, Mail.LONGEST_SUBJECT) : line;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> remindReviewers(Reminders reminders) {
            return Tasks.recurring("review-remind", FixedDelay.ofSeconds(60))
                    .execute((task, context) -> reminders.remind());
        }
    }
}
