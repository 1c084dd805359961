/** What was done, provably. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"operations", "ui"})
@NullMarked
package health.clarion.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
