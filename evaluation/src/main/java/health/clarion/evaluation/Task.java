package health.clarion.evaluation;

import java.util.List;

/** One thing that is measured: a folder of data, the engine asked the way a user asks it, and the figures that come out. */
public interface Task {
    /** What it is called on the command line, such as {@code privacy-asq-phi}. */
    String name();

    /** Where its data lie, below the folder of all data, such as {@code pii/asq_phi}. */
    String folder();

    /** Whether its rows come with Clarion, so that no data must be brought. */
    default boolean bringsItsRows() {
        return false;
    }

    /** Measures the engine as it is shipped. */
    List<Figure> measure(Folder folder);

    /** What could be reached if a model were fitted freely in memory; nothing of it is kept. Empty where that says nothing. */
    default List<Figure> fit(Folder folder) {
        return List.of();
    }
}
