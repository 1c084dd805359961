package health.clarion.posts;

import health.clarion.campaigns.Campaigns;
import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class PostsReferences {

    @Bean
    DeclaredReference postCampaigns(JdbcClient jdbc, Campaigns campaigns) {
        return DeclaredReference.of(
                "posts → campaigns", jdbc, """
                select distinct campaign from posts.post where campaign > :after order by campaign limit :limit
                """, ids -> campaigns.named(ids).keySet());
    }

    @Bean
    DeclaredReference postAuthors(JdbcClient jdbc, People people) {
        return DeclaredReference.of(
                "posts → people", jdbc, """
                select distinct author from posts.revision where author > :after order by author limit :limit
                """, ids -> people.named(ids).keySet());
    }
}
