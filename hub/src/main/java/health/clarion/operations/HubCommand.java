package health.clarion.operations;

import java.io.PrintStream;
import java.util.List;

/** A verb of the command line that a module above brings as a bean; it runs in a hub without pages and without jobs. */
public interface HubCommand {

    /** The verb, such as {@code audit}. */
    String verb();

    /**
     * Does it.
     *
     * @param arguments the words after the verb
     * @param out for people to read
     * @return the exit code: 0 when all is well
     * @throws OperationsException with words for a person when it can't be done
     */
    int run(List<String> arguments, PrintStream out);
}
