package health.clarion.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the inbox, in one place.
 *
 * @param retention how long other people's words are kept
 * @param every how often a healthy account is looked at
 * @param backOff longest wait between looks at an account that fails
 * @param pages at most so many pages in one look; the rest comes with the next
 * @param lookLasts after this no further page is read in one look, so that no account holds up the others
 * @param longest longest text that is kept, in characters; what is longer is cut, and says so
 * @param alarmAgain how long an alarm may stay unanswered before every moderator is told
 */
@ConfigurationProperties("clarion.inbox")
public record InboxSettings(
        @DefaultValue("180d") Duration retention,
        @DefaultValue("60s") Duration every,
        @DefaultValue("30m") Duration backOff,
        @DefaultValue("10") int pages,
        @DefaultValue("20s") Duration lookLasts,
        @DefaultValue("10000") int longest,
        @DefaultValue("15m") Duration alarmAgain) {}
