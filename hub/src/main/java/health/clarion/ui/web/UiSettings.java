package health.clarion.ui.web;

import health.clarion.ui.PublicPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans every page relies on. */
@Configuration(proxyBeanMethods = false)
class UiSettings {

    @Bean
    PublicPath staticFiles() {
        return new PublicPath("/clarion/**", "/webjars/**", "/favicon.ico", "/error", "/language");
    }
}
