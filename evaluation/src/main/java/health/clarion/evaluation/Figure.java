package health.clarion.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param task the task it belongs to
 * @param folder the data
 * @param formula what was computed, in words
 * @param tune the value on the part that rules were tuned on; null when there is no such part
 * @param confirm the value on the part kept for confirming, or on all rows when nothing was tuned
 * @param published what others reached, with where, or ""
 * @param goal what it should reach, or null when it is only told
 */
public record Figure(
        String task,
        String folder,
        String formula,
        @Nullable Measured tune,
        Measured confirm,
        String published,
        @Nullable Goal goal) {

    /** A figure of a task with both parts, without goal. */
    public static Figure of(Task task, String formula, @Nullable Measured tune, Measured confirm) {
        return new Figure(task.name(), task.folder(), formula, tune, confirm, "", null);
    }

    /** The same with a goal. */
    public Figure goal(Goal goal) {
        return new Figure(task, folder, formula, tune, confirm, published, goal);
    }

    /** The same with what others reached. */
    public Figure published(String published) {
        return new Figure(task, folder, formula, tune, confirm, published, goal);
    }
}
