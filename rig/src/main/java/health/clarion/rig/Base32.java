package health.clarion.rig;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Lower-case base 32 without padding (RFC 4648), and the names Bluesky makes with it. */
final class Base32 {

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(DIGITS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(DIGITS.charAt(held << (5 - bits) & 31)).toString();
    }

    /** A CID, version 1, SHA-256; codec 0x55 is raw bytes, 0x71 a record. */
    static String cid(int codec, byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            byte[] all = new byte[hash.length + 4];
            all[0] = 1;
            all[1] = (byte) codec;
            all[2] = 0x12;
            all[3] = 0x20;
            System.arraycopy(hash, 0, all, 4, hash.length);
            return "b" + of(all);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
