package health.clarion.rig;

/** A stand-in says no, as its network would. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;

    Refusal(int status, String error, String message) {
        super(message, null, false, false);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
