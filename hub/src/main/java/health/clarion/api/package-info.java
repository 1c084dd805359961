/** What programs may ask, read from the handlers themselves. */
@ApplicationModule(
        displayName = "api",
        allowedDependencies = {"ui"})
@NullMarked
package health.clarion.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
