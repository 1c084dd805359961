/** Why, for whom, when: brief, audiences, hashtags, partners, awareness days, advice on networks, the public page. */
@ApplicationModule(
        displayName = "campaigns",
        allowedDependencies = {"library", "media", "accounts", "people", "audit", "operations", "ui"})
@NullMarked
package health.clarion.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
