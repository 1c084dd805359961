package health.clarion.media;

import health.clarion.audit.SubjectNames;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pictures are called, for whoever reads the audit. */
@Configuration(proxyBeanMethods = false)
class MediaNames {

    @Bean
    SubjectNames pictureNames(Media media) {
        return new SubjectNames(
                "media",
                ids -> media.named(ids).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, item -> item.getValue().name())),
                "/media/items/");
    }
}
