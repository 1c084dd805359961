package health.clarion.accounts;

import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class AccountsReferences {

    @Bean
    DeclaredReference accountConnectors(JdbcClient jdbc, People people) {
        return DeclaredReference.of(
                "accounts → people", jdbc, """
                select distinct connected_by from accounts.account where connected_by > :after order by connected_by limit :limit
                """, ids -> people.named(ids).keySet());
    }
}
