package health.clarion;

import health.clarion.operations.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Clarion's hub: the application whose modules are the packages beside this class. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Clarion")
public class Clarion {

    public static void main(String[] arguments) {
        CommandLine.obey(Clarion.class, arguments).ifPresent(System::exit);
    }
}
