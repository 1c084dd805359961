package health.clarion.channels;

import java.time.Instant;

/** What became of an attempt to publish, or of a look whether it took effect. */
public sealed interface Outcome {

    /** It is there, under this receipt. */
    record Sent(Receipt receipt) implements Outcome {}

    /**
     * The network said no for good: sending the same again would be refused again.
     *
     * @param code {@link #SIGN_IN} when the account must be connected again, otherwise the network's own word for it
     */
    record Refused(String code, Reason reason) implements Outcome {

        /** The network no longer accepts the account's credentials. */
        public static final String SIGN_IN = "sign-in";

        /** Whether connecting the account again could help. */
        public boolean needsSignIn() {
            return code.equals(SIGN_IN);
        }
    }

    /** Surely without effect, and worth another try from {@code notBefore} on. */
    record TryLater(Instant notBefore, Reason reason) implements Outcome {}

    /** Nobody knows whether it took effect. It must be reconciled before anything is sent again. */
    record Ambiguous(Reason what) implements Outcome {}

    /** Reconciling only: looked, and it is not there. No proof that it never will be. */
    record NotFound(Reason what) implements Outcome {}
}
