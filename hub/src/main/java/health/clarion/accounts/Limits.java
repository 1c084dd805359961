package health.clarion.accounts;

import health.clarion.channels.Channel;
import health.clarion.channels.Connection;
import health.clarion.networks.Capabilities;
import health.clarion.networks.ImageLimits;
import health.clarion.networks.TextLimit;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What each account's server said it accepts, kept with the time it said so. */
@Component
class Limits {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Limits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The part of {@link Capabilities} that servers decide. */
    private record Said(List<TextLimit> text, ImageLimits images) {}

    Capabilities known(Account account) {
        Capabilities dated = Capabilities.of(account.network());
        return jdbc.sql("select limits from accounts.account where id = :id and limits is not null")
                .param("id", account.id())
                .query(String.class)
                .optional()
                .map(json -> with(dated, JSON.readValue(json, Said.class)))
                .orElse(dated);
    }

    /** Asks the server and keeps its answer. A server that says nothing leaves what it said before. */
    void ask(UUID account, Channel channel, Connection connection) {
        Capabilities answer = channel.capabilities(connection);
        if (answer.equals(Capabilities.of(connection.network()))) {
            return;
        }
        jdbc.sql("update accounts.account set limits = cast(:limits as jsonb), limits_at = :now where id = :id")
                .param("limits", JSON.writeValueAsString(new Said(answer.text(), answer.images())))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", account)
                .update();
    }

    private static Capabilities with(Capabilities dated, Said said) {
        return new Capabilities(
                dated.network(),
                said.text(),
                said.images(),
                dated.threads(),
                dated.contentWarning(),
                dated.pressableLinks(),
                dated.altText(),
                dated.facts());
    }
}
