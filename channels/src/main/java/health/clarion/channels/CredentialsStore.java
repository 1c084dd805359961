package health.clarion.channels;

import java.util.function.UnaryOperator;

/** Where an account's credentials live. A refresh token works once, so only one worker may use it. */
@FunctionalInterface
public interface CredentialsStore {

    /**
     * Replaces credentials that stopped working. While it holds the account's lock it reads what is stored: if that is
     * no longer {@code stale}, somebody renewed it already and it is returned as it is; otherwise {@code renewal} is
     * called, and its result kept unless it returned {@code stale} itself (which means: could not be renewed now).
     */
    Credentials renew(Credentials stale, UnaryOperator<Credentials> renewal);

    /** Lasts as long as this object: for tests and while connecting. */
    static CredentialsStore inMemory(Credentials first) {
        return new CredentialsStore() {
            private Credentials current = first;

            @Override
            public synchronized Credentials renew(Credentials stale, UnaryOperator<Credentials> renewal) {
                if (current.equals(stale)) {
                    current = renewal.apply(stale);
                }
                return current;
            }
        };
    }
}
