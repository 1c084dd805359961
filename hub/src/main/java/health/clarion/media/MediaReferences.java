package health.clarion.media;

import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class MediaReferences {

    @Bean
    DeclaredReference pictureUploaders(JdbcClient jdbc, People people) {
        return DeclaredReference.of(
                "pictures → people", jdbc, """
                select distinct uploaded_by from media.item where uploaded_by > :after order by uploaded_by limit :limit
                """, ids -> people.named(ids).keySet());
    }
}
