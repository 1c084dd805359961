package health.clarion.accounts;

import health.clarion.audit.SubjectNames;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What accounts are called, for whoever reads the audit. */
@Configuration(proxyBeanMethods = false)
class AccountNames {

    @Bean
    SubjectNames accountHandles(Accounts accounts) {
        return new SubjectNames(
                "account",
                ids -> accounts.named(ids).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, account -> account.getValue().handle())),
                "");
    }
}
