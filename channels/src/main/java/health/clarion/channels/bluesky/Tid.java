package health.clarion.channels.bluesky;

import java.time.Instant;
import java.util.UUID;

/**
 * Bluesky's record keys: 53 bits of microseconds since 1970 and 10 bits that tell writers apart, in base 32 that sorts
 * by time (atproto specification, “TID”).
 */
final class Tid {

    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;

    private Tid() {}

    /**
     * The key of a part: always the same one. The part's id fills the microseconds below a millisecond and the writer's
     * bits, so that two parts of the same millisecond differ.
     */
    static String of(UUID part, Instant createdAt) {
        long mixed = (part.getMostSignificantBits() ^ Long.rotateLeft(part.getLeastSignificantBits(), 31))
                * 0x9E3779B97F4A7C15L;
        long micros = createdAt.toEpochMilli() * 1_000 + Long.remainderUnsigned(mixed >>> 20, 1_000);
        long writer = mixed >>> 54;
        return encode(micros << 10 | writer);
    }

    private static String encode(long value) {
        char[] text = new char[LENGTH];
        long rest = value & Long.MAX_VALUE;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }
}
