package health.clarion.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.mail.Mail;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.ui.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls people when somebody may be in danger: whoever is on duty at once, every moderator when nobody is, and every
 * moderator again when nobody took it. Letters never hold the words themselves.
 */
@Component
class Alarms {

    /** From this crisis level on (a plan, or worse) letters are written. */
    static final int LEVEL = 3;

    private final JdbcClient jdbc;
    private final Duty duty;
    private final People people;
    private final Mail mail;
    private final Words words;
    private final Organisations organisations;
    private final InboxSettings settings;
    private final Clock clock;

    Alarms(
            JdbcClient jdbc,
            Duty duty,
            People people,
            Mail mail,
            Words words,
            Organisations organisations,
            InboxSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.duty = duty;
        this.people = people;
        this.mail = mail;
        this.words = words;
        this.organisations = organisations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes to whoever must know, in the caller's transaction. */
    void sound(UUID item) {
        jdbc.sql("update inbox.item set alarmed_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", item)
                .update();
        List<Member> onDuty = duty.now();
        write(item, onDuty.isEmpty() ? everybody() : onDuty, "inbox.mail.alarm");
    }

    /** Writes to everybody about alarms that nobody took in time; each once. Returns how many. */
    @Transactional
    int soundAgain() {
        List<UUID> unanswered = jdbc.sql("""
                update inbox.item set alarmed_again_at = :now
                where state = 'NEW' and alarmed_again_at is null and alarmed_at < :before
                returning id
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("before", Timestamp.from(clock.instant().minus(settings.alarmAgain())))
                .query(UUID.class)
                .list();
        unanswered.forEach(item -> write(item, everybody(), "inbox.mail.alarm-again"));
        return unanswered.size();
    }

    // Moderators; in an organisation without any, whoever runs the hub.
    private List<Member> everybody() {
        List<Member> moderators = people.withRole(Role.MODERATOR);
        return moderators.isEmpty() ? people.withRole(Role.ADMINISTRATOR) : moderators;
    }

    private void write(UUID item, List<Member> to, String key) {
        String link = organisations.current().link("/inbox/" + item);
        for (Member member : to) {
            mail.send(
                    member.email().value(),
                    words.of(member.locale(), key + "-subject"),
                    words.of(member.locale(), key, member.name(), link));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> alarmAgain(Alarms alarms) {
            return Tasks.recurring("inbox-alarm-again", FixedDelay.ofSeconds(60))
                    .execute((task, context) -> alarms.soundAgain());
        }
    }
}
