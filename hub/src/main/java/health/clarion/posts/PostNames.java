package health.clarion.posts;

import health.clarion.audit.SubjectNames;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What posts are called, for whoever reads the audit. */
@Configuration(proxyBeanMethods = false)
class PostNames {

    @Bean
    SubjectNames postTitles(Posts posts) {
        return new SubjectNames(
                "post",
                ids -> posts.named(ids).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, post -> post.getValue().title())),
                "/posts/");
    }
}
