package health.clarion.review;

import health.clarion.campaigns.Campaigns;
import health.clarion.operations.DeclaredReference;
import health.clarion.posts.Posts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class ReviewReferences {

    @Bean
    DeclaredReference reviewedPosts(JdbcClient jdbc, Posts posts) {
        return DeclaredReference.of(
                "reviews → posts", jdbc, """
                select distinct post from review.request where post > :after order by post limit :limit
                """, ids -> posts.named(ids).keySet());
    }

    @Bean
    DeclaredReference reviewedCampaigns(JdbcClient jdbc, Campaigns campaigns) {
        return DeclaredReference.of(
                "reviews → campaigns", jdbc, """
                select distinct campaign from review.request where campaign > :after order by campaign limit :limit
                """, ids -> campaigns.named(ids).keySet());
    }
}
