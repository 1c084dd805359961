/** One believable organisation to look around in, with {@code --demo}. It may use every module; none may use it. */
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "inbox",
            "publishing",
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
package health.clarion.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
