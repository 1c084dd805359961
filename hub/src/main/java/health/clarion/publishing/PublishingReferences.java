package health.clarion.publishing;

import health.clarion.accounts.Accounts;
import health.clarion.campaigns.Campaigns;
import health.clarion.operations.DeclaredReference;
import health.clarion.posts.Posts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class PublishingReferences {

    @Bean
    DeclaredReference deliveredPosts(JdbcClient jdbc, Posts posts) {
        return DeclaredReference.of(
                "deliveries → posts", jdbc, """
                select distinct post from publishing.delivery where post > :after order by post limit :limit
                """, ids -> posts.named(ids).keySet());
    }

    @Bean
    DeclaredReference correctingPosts(JdbcClient jdbc, Posts posts) {
        return DeclaredReference.of(
                "corrections → posts", jdbc, """
                select post from publishing.correction where post > :after order by post limit :limit
                """, ids -> posts.named(ids).keySet());
    }

    @Bean
    DeclaredReference deliveryAccounts(JdbcClient jdbc, Accounts accounts) {
        return DeclaredReference.of(
                "deliveries → accounts", jdbc, """
                select distinct account from publishing.delivery where account > :after order by account limit :limit
                """, ids -> accounts.named(ids).keySet());
    }

    @Bean
    DeclaredReference deliveryCampaigns(JdbcClient jdbc, Campaigns campaigns) {
        return DeclaredReference.of(
                "deliveries → campaigns", jdbc, """
                select distinct campaign from publishing.delivery where campaign > :after order by campaign limit :limit
                """, ids -> campaigns.named(ids).keySet());
    }
}
