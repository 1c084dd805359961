package health.clarion.campaigns;

import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class CampaignsReferences {

    @Bean
    DeclaredReference campaignOwners(JdbcClient jdbc, People people) {
        return DeclaredReference.of(
                "campaigns → people", jdbc, """
                select distinct owner from campaigns.campaign where owner > :after order by owner limit :limit
                """, ids -> people.named(ids).keySet());
    }
}
