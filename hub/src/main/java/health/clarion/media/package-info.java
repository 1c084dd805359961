/** Pictures: taken in safely, described, and fitted to each network. */
@ApplicationModule(
        displayName = "media",
        allowedDependencies = {"ui", "audit", "people", "operations"})
@NullMarked
package health.clarion.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
