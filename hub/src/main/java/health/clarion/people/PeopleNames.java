package health.clarion.people;

import health.clarion.audit.SubjectNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members are called, for whoever reads the audit. */
@Configuration(proxyBeanMethods = false)
class PeopleNames {

    @Bean
    SubjectNames memberNames(People people) {
        return new SubjectNames("member", people::named, "/people/");
    }
}
