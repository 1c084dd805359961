/** Home, calendar, and pages made of several modules. */
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {
            "inbox",
            "publishing",
            "review",
            "posts",
            "campaigns",
            "accounts",
            "people",
            "audit",
            "ui"
        })
@NullMarked
package health.clarion.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
