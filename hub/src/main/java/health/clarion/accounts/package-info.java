/** The organisation's accounts on social networks, and their tokens. */
@ApplicationModule(
        displayName = "accounts",
        allowedDependencies = {"ui", "audit", "mail", "people", "operations"})
@NullMarked
package health.clarion.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
