/** What we know: for now, the helplines. */
@ApplicationModule(
        displayName = "library",
        allowedDependencies = {"people", "audit", "operations", "ui"})
@NullMarked
package health.clarion.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
