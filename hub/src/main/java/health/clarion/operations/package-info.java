/** Running the house: database, backups, doctor, command line. */
@ApplicationModule(
        displayName = "operations",
        allowedDependencies = {})
@NullMarked
package health.clarion.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
