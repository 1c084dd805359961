package health.clarion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the modules, as each package-info declares them. */
class ModulesTest {

    // The plain libraries beneath the hub are not modules of it.
    private final ApplicationModules modules = ApplicationModules.of(
            Clarion.class,
            resideInAnyPackage(
                    "health.clarion.networks..",
                    "health.clarion.safeguards..",
                    "health.clarion.channels..",
                    "health.clarion.rig.."));

    @Test
    void eachModuleUsesOnlyModulesBelowIt() {
        modules.verify();
    }
}
