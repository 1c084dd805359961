package health.clarion.inbox;

import health.clarion.accounts.Account;
import health.clarion.channels.Incoming;
import health.clarion.channels.IncomingPage;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a demonstration says came back, kept by the code that keeps what really comes. Usable only with {@code clarion.demo}. */
@Component
public class DemoReplies {

    private final Keeping keeping;
    private final JdbcClient jdbc;
    private final boolean demo;

    DemoReplies(Keeping keeping, JdbcClient jdbc, @Value("${clarion.demo:false}") boolean demo) {
        this.keeping = keeping;
        this.jdbc = jdbc;
        this.demo = demo;
    }

    /**
     * Keeps what somebody invented wrote to an invented account.
     *
     * @return the item's id
     * @throws IllegalStateException outside a demonstration
     */
    @Transactional
    public UUID came(Account account, Incoming incoming) {
        if (!demo) {
            throw new IllegalStateException("Replies are invented only in a demonstration");
        }
        keeping.keep(account, new IncomingPage.Page(List.of(incoming), "", false));
        return jdbc.sql("select id from inbox.item where account = :account and remote_hash = :hash")
                .param("account", account.id())
                .param("hash", Keeping.hash(incoming.id()))
                .query(UUID.class)
                .single();
    }
}
