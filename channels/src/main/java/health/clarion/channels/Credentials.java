package health.clarion.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What proves that we may speak for an account. Never shown by {@code toString}. */
public sealed interface Credentials {

    /**
     * A Bluesky app password and the session it opened.
     *
     * @param identifier handle, mail address or DID
     * @param session null until the first sign-in
     */
    record AppPassword(
            String identifier, String password, @Nullable Session session) implements Credentials {

        public AppPassword {
            requirePresent(password);
        }

        /** The same account with a new session. */
        public AppPassword with(Session renewed) {
            return new AppPassword(identifier, password, renewed);
        }

        @Override
        public String toString() {
            return "AppPassword[" + identifier + ", hidden]";
        }
    }

    /** Bluesky's session: {@code refreshToken} works once. {@code did} is the account's lasting id. */
    record Session(String did, String handle, String accessToken, String refreshToken) {

        public Session {
            requirePresent(accessToken);
            requirePresent(refreshToken);
        }

        @Override
        public String toString() {
            return "Session[" + did + ", hidden]";
        }
    }

    /**
     * An OAuth token.
     *
     * @param account id of the account on its server
     * @param refreshToken null when the server gives none
     * @param expires null when it lasts until revoked
     */
    record OAuthToken(
            String account,
            String clientId,
            String clientSecret,
            String accessToken,
            @Nullable String refreshToken,
            @Nullable Instant expires)
            implements Credentials {

        public OAuthToken {
            requirePresent(accessToken);
        }

        @Override
        public String toString() {
            return "OAuthToken[" + account + ", hidden]";
        }
    }

    private static void requirePresent(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("an empty secret never replaces a good one");
        }
    }
}
