/** Staff, roles, sign-in, tokens. */
@ApplicationModule(
        displayName = "people",
        allowedDependencies = {"operations", "ui", "audit", "mail"})
@NullMarked
package health.clarion.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
