package health.clarion.operations;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link Connections} before the pool that Spring Boot makes. */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {

    @Bean
    static BeanPostProcessor boundedWait() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new Connections(pool) : bean;
            }
        };
    }
}
