package health.clarion.ui.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 over several things in their order, each told apart from the next. */
final class Fingerprint {

    private static final int PIECE = 16_384;

    private final MessageDigest whole = digest();

    Fingerprint with(String words) {
        whole.update(digest().digest(words.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Reads to the end, a little at a time. */
    Fingerprint with(InputStream content) throws IOException {
        MessageDigest one = digest();
        byte[] piece = new byte[PIECE];
        for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
            one.update(piece, 0, n);
        }
        whole.update(one.digest());
        return this;
    }

    byte[] made() {
        return whole.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
