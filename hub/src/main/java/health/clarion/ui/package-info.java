/** Layout, forms, errors, languages; knows no other module. */
@ApplicationModule(
        displayName = "ui",
        allowedDependencies = {})
@NullMarked
package health.clarion.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
