package health.clarion.rig;

/** A real part can't be had on this machine; the message says which and how to get it. */
public final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String what) {
        super(what);
    }

    Unavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
