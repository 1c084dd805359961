package health.clarion.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.mail.Mail;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.posts.Posts;
import health.clarion.ui.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever can sign: at once when it opens or becomes urgent, a day before the deadline, two hours before (half
 * an hour when it is urgent), and when it has passed. Each goes out once for each deadline, so that a post moved to next
 * week is asked for again next week. Whoever handed it in hears of the last two, and when nobody is left who could sign.
 */
@Component
public class Reminders {

    private static final int MOST_RECEIVERS = 50;
    private static final String NOBODY = "nobody";

    /** When a reminder is due, counted back from the deadline; null for at once. */
    private enum Kind {
        OPENED(null, null),
        URGENT(null, null),
        DAY(Duration.ofHours(24), null),
        HOURS(Duration.ofHours(2), Duration.ofMinutes(30)),
        PASSED(Duration.ZERO, Duration.ZERO);

        private final @Nullable Duration before;
        private final @Nullable Duration beforeUrgent;

        Kind(@Nullable Duration before, @Nullable Duration beforeUrgent) {
            this.before = before;
            this.beforeUrgent = beforeUrgent;
        }

        boolean due(Request request, Instant now) {
            return switch (this) {
                case OPENED -> !request.urgent();
                case URGENT -> request.urgent();
                case DAY, HOURS, PASSED -> {
                    Duration wait = request.urgent() ? beforeUrgent : before;
                    yield wait != null && !now.isBefore(request.deadline().minus(wait));
                }
            };
        }

        /** Late enough that others than the readers first asked should know. */
        boolean late() {
            return this == HOURS || this == PASSED;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String noted(Request request) {
            return before == null ? id() : id() + '-' + request.deadline().getEpochSecond();
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
        List<Member> everybody = people.all();
        int written = 0;
        for (Request request : review.waiting()) {
            List<Kind> due = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                if (kind.due(request, now) && noted(request.submission(), kind.noted(request), now)) {
                    due.add(kind);
                }
            }
            // After a long pause several may be due together: the latest says it all.
            if (!due.isEmpty()) {
                written += write(request, due.getLast(), everybody);
            }
            if (!left(request, everybody).isEmpty() && noted(request.submission(), NOBODY, now)) {
                written += tellWriter(request, NOBODY, left(request, everybody), everybody);
            }
        }
        return written;
    }

    /** For each submission the roles nobody here can sign in: no one holds them, or whoever does wrote or signed part. */
    public Map<UUID, List<Reader>> left(Collection<Request> requests) {
        List<Member> everybody = people.all();
        return requests.stream().collect(Collectors.toMap(Request::submission, one -> left(one, everybody)));
    }

    private static List<Reader> left(Request request, List<Member> everybody) {
        return request.missing().stream()
                .filter(role -> everybody.stream().noneMatch(member -> able(request, role, member)))
                .toList();
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
        return noted(submission, kind, now) && askReaders(request, Kind.HOURS, people.all()) > 0;
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

    private int write(Request request, Kind kind, List<Member> everybody) {
        int written = askReaders(request, kind, everybody);
        return kind.late() ? written + tellWriter(request, kind.id(), request.missing(), everybody) : written;
    }

    private int askReaders(Request request, Kind kind, List<Member> everybody) {
        Set<Member> receivers = receivers(request, kind, everybody);
        receivers.forEach(member -> letter(request, member, "review.mail." + kind.id(), List.of()));
        return receivers.size();
    }

    // When the writer left, whoever runs the hub should know.
    private int tellWriter(Request request, String what, List<Reader> roles, List<Member> everybody) {
        List<Member> writer = everybody.stream()
                .filter(member -> member.id().equals(request.submittedBy()))
                .toList();
        List<Member> told = writer.isEmpty()
                ? everybody.stream()
                        .filter(member -> member.is(Role.ADMINISTRATOR))
                        .limit(MOST_RECEIVERS)
                        .toList()
                : writer;
        told.forEach(member -> letter(request, member, "review.mail.writer-" + what, roles));
        return told.size();
    }

    private void letter(Request request, Member member, String key, List<Reader> roles) {
        String title = posts.find(request.post()).orElseThrow().title();
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(member.locale())
                .format(request.deadline().atZone(member.zone()));
        String waitsFor = String.join(
                ", ",
                roles.stream()
                        .map(role -> words.of(member.locale(), "review.role." + role.id()))
                        .toList());
        mail.send(
                member.email().value(),
                oneLine(words.of(member.locale(), key + "-subject", title)),
                words.of(
                        member.locale(),
                        key,
                        member.name(),
                        title,
                        when,
                        organisations.current().address() + "/review/" + request.submission(),
                        waitsFor));
    }

    // Urgent ones go to whoever is on call; when none of them can sign it or time is running out, to all who could.
    private Set<Member> receivers(Request request, Kind kind, List<Member> everybody) {
        Set<Member> receivers = new LinkedHashSet<>();
        for (Reader role : request.missing()) {
            List<Member> called = request.urgent() && !kind.late() ? able(request, role, onCall.now(role)) : List.of();
            receivers.addAll(called.isEmpty() ? able(request, role, everybody) : called);
        }
        return receivers;
    }

    private static List<Member> able(Request request, Reader role, List<Member> members) {
        return members.stream()
                .filter(member -> able(request, role, member))
                .limit(MOST_RECEIVERS)
                .toList();
    }

    private static boolean able(Request request, Reader role, Member member) {
        return role.mayBe(member) && !request.wroteIt(member.id()) && !request.signedBy(member.id());
    }

    static String oneLine(String subject) {
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
