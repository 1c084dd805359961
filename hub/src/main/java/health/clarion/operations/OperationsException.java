package health.clarion.operations;

/**
 * Something a person who runs Clarion has to know or to do. The message is written for that person: what happened, what was
 * kept, what to do next. The command line prints it without a stack trace.
 */
public final class OperationsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message words for a person, complete sentences */
    public OperationsException(String message) {
        super(message);
    }

    /** @param message words for a person, complete sentences; the cause goes to the log */
    public OperationsException(String message, Throwable cause) {
        super(message, cause);
    }
}
