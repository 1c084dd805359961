package health.clarion.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The part of the data a row belongs to: 70 % to tune on, 30 % to confirm, by the SHA-256 of its id. */
public enum Part {
    TUNE,
    CONFIRM;

    private static final int SHARE_TO_TUNE = 70;

    /** The part of an id. */
    public static Part of(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            int first = (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | hash[3] & 0xff;
            return Integer.remainderUnsigned(first, 100) < SHARE_TO_TUNE ? TUNE : CONFIRM;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
