package health.clarion.people;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** The app on somebody's phone, for journeys: it was given the key that the page shows, and tells codes. */
public final class CodeApp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] seed;
    private long last = Long.MIN_VALUE;

    /** @param key as the page shows it: Base32 (RFC 4648) without padding, in groups */
    public CodeApp(String key) {
        this.seed = bytes(key.replaceAll("\\s", ""));
    }

    /**
     * A code that is right now and was not told before. A code works once, so a second one within half a minute is the
     * next, which the hub takes from a phone whose clock is ahead.
     */
    public String code() {
        last = Math.max(last + 1, Totp.step(Instant.now()));
        return Totp.code(seed, last, Totp.DIGITS);
    }

    private static byte[] bytes(String key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : key.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
