package health.clarion.review;

import health.clarion.audit.SubjectNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where what was handed in is read, for whoever reads the audit. */
@Configuration(proxyBeanMethods = false)
class SubmissionNames {

    @Bean
    SubjectNames submissionPages() {
        return SubjectNames.unnamed("submission", "/review/");
    }
}
