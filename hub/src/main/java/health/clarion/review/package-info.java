/** Who signed it off. */
@ApplicationModule(
        displayName = "review",
        allowedDependencies = {"posts", "campaigns", "media", "people", "mail", "audit", "operations", "ui"})
@NullMarked
package health.clarion.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
