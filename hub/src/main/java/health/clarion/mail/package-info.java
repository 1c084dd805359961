/** Sending mail, or showing it in the outbox. */
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"operations", "ui", "audit"})
@NullMarked
package health.clarion.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
