package health.clarion.operations;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every module relies on, with pages and without. */
@Configuration(proxyBeanMethods = false)
class OperationsSettings {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
