package health.clarion.accounts;

import health.clarion.operations.DataDirectory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets before they reach the database (AES-256-GCM). The key lies outside the database and its back-ups: in
 * {@code secrets/tokens.key} of the data directory, readable by its owner only, or in {@code CLARION_TOKENS_KEY}.
 */
@Component
class Sealing {

    private static final int NONCE_BYTES = 12; // what GCM is made for: NIST SP 800-38D, section 8.2
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String keyId;

    Sealing(@Value("${clarion.data:./data}") Path data, @Value("${clarion.tokens-key:}") String given) {
        byte[] bytes = decoded(given.isBlank() ? DataDirectory.at(data).secret("tokens.key") : given.strip());
        this.key = new SecretKeySpec(bytes, "AES");
        this.keyId = id(bytes);
    }

    /**
     * What is stored instead of a secret.
     *
     * @param keyId which key opens it
     */
    record Sealed(String keyId, byte[] bytes) {}

    /**
     * Encrypts.
     *
     * @param place where it will be stored; it opens nowhere else, so that rows can't be swapped
     */
    Sealed seal(byte[] secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, 0, secret.length, place);
        return new Sealed(
                keyId,
                ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when it was sealed with another key or for another place, or was changed
     */
    byte[] open(Sealed sealed, String place) {
        if (!opens(sealed.keyId())) {
            throw new IllegalStateException("sealed with key " + sealed.keyId() + ", and ours is " + keyId);
        }
        byte[] bytes = sealed.bytes();
        byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, bytes, NONCE_BYTES, bytes.length - NONCE_BYTES, place);
    }

    /** Whether our key is the one with this id. */
    boolean opens(String otherKeyId) {
        return keyId.equals(otherKeyId);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int from, int length, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("a sealed secret was changed or moved: " + place, changed);
        }
    }

    private static byte[] decoded(String text) {
        byte[] bytes = text.matches("[0-9a-fA-F]{64}")
                ? HexFormat.of().parseHex(text)
                : Base64.getUrlDecoder().decode(text);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("The tokens key must be 32 bytes, written as hex or URL-safe Base64");
        }
        return bytes;
    }

    private static String id(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("clarion tokens key id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
