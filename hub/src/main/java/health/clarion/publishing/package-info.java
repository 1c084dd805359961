/** Getting it out, exactly once: schedule, ledger, pause, retract. */
@ApplicationModule(
        displayName = "publishing",
        allowedDependencies = {
            "review",
            "posts",
            "campaigns",
            "media",
            "accounts",
            "people",
            "mail",
            "audit",
            "operations",
            "ui"
        })
@NullMarked
package health.clarion.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
