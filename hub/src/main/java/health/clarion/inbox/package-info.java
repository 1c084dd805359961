/** What came back: replies and mentions, who answers them, and who is on duty. */
@ApplicationModule(
        displayName = "inbox",
        allowedDependencies = {"publishing", "accounts", "library", "people", "mail", "audit", "operations", "ui"})
@NullMarked
package health.clarion.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
