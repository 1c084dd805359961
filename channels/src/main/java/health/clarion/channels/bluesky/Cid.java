package health.clarion.channels.bluesky;

import java.util.HexFormat;

/** The name Bluesky gives to bytes: version 1, codec raw, SHA-256, in base 32. */
final class Cid {

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final byte[] RAW_SHA256 = {0x01, 0x55, 0x12, 0x20};

    private Cid() {}

    /** Of the bytes with this SHA-256 (64 hex digits). */
    static String ofRaw(String sha256) {
        byte[] hash = HexFormat.of().parseHex(sha256);
        byte[] bytes = new byte[RAW_SHA256.length + hash.length];
        System.arraycopy(RAW_SHA256, 0, bytes, 0, RAW_SHA256.length);
        System.arraycopy(hash, 0, bytes, RAW_SHA256.length, hash.length);
        StringBuilder text = new StringBuilder("b");
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
}
