package health.clarion.campaigns;

import health.clarion.audit.SubjectNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What campaigns are called, for whoever reads the audit. */
@Configuration(proxyBeanMethods = false)
class CampaignNames {

    @Bean
    SubjectNames campaignTitles(Campaigns campaigns) {
        return new SubjectNames("campaign", campaigns::named, "");
    }
}
