package health.clarion.publishing;

import health.clarion.audit.SubjectNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a delivery is looked at, for whoever reads the audit. */
@Configuration(proxyBeanMethods = false)
class DeliveryNames {

    @Bean
    SubjectNames deliveryPages() {
        return SubjectNames.unnamed("delivery", "/deliveries/");
    }
}
