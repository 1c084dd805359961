package health.clarion.channels;

import java.io.IOException;

/** Where the bytes of a fitted picture come from. */
public interface MediaSource {

    /**
     * The bytes whose SHA-256 this is.
     *
     * @throws IOException when they are not there or can't be read
     */
    byte[] bytes(String sha256) throws IOException;

    /** For posts without pictures. */
    static MediaSource none() {
        return sha256 -> {
            throw new IOException("no picture " + sha256);
        };
    }
}
