package health.clarion.inbox;

import health.clarion.accounts.Accounts;
import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class InboxReferences {

    @Bean
    DeclaredReference itemAccounts(JdbcClient jdbc, Accounts accounts) {
        return DeclaredReference.of(
                "replies → accounts", jdbc, """
                select distinct account from inbox.item where account > :after order by account limit :limit
                """, ids -> accounts.named(ids).keySet());
    }

    @Bean
    DeclaredReference dutyMembers(JdbcClient jdbc, People people) {
        return DeclaredReference.of(
                "duty → people", jdbc, """
                select distinct member from inbox.duty where member > :after order by member limit :limit
                """, ids -> people.named(ids).keySet());
    }
}
