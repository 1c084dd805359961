package health.clarion.library;

import health.clarion.operations.DeclaredReference;
import health.clarion.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module's rows refer to in other modules, for {@code clarion doctor}. */
@Configuration(proxyBeanMethods = false)
class LibraryReferences {

    @Bean
    DeclaredReference helplineCheckers(JdbcClient jdbc, People people) {
        return DeclaredReference.of(
                "helplines → people", jdbc, """
                select distinct checked_by from library.checked_line where checked_by > :after order by checked_by limit :limit
                """, ids -> people.named(ids).keySet());
    }
}
