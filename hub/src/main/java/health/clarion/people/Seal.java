package health.clarion.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must be read again but never lie open in the database or a backup: seeds of code apps, tokens of network
 * accounts. AES-256-GCM; the key is the file {@code sealing-key} in the folder of secrets, which no backup holds, or
 * the setting {@code clarion.sealing-key} where several hubs share a database.
 */
@Component
public class Seal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    Seal(
            @Value("${clarion.sealing-key:}") String given,
            @Value("${clarion.secrets:${clarion.data:./data}/secrets}") Path secrets) {
        byte[] bytes = Base64.getUrlDecoder().decode(given.isBlank() ? kept(secrets.resolve("sealing-key")) : given);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("The sealing key must be 32 bytes in URL-safe Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * Encrypts.
     *
     * @param plain what to hide
     * @param place where it is kept, such as {@code member:<uuid>}: opening it anywhere else fails
     */
    public byte[] close(byte[] plain, String place) {
        try {
            byte[] nonce = Secret.bytes(NONCE_BYTES);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] hidden = cipher.doFinal(plain);
            return ByteBuffer.allocate(nonce.length + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when it was sealed with another key, for another place, or changed since
     */
    public byte[] open(byte[] sealed, String place) {
        try {
            ByteBuffer parts = ByteBuffer.wrap(sealed);
            byte[] nonce = new byte[NONCE_BYTES];
            parts.get(nonce);
            byte[] hidden = new byte[parts.remaining()];
            parts.get(hidden);
            return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(hidden);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException wrong) {
            throw new IllegalStateException("Sealed with another key, for another place, or changed since", wrong);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String kept(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file + " can't be read or written", unreadable);
        }
    }

    // Written aside and moved, so that two hubs starting at once never read half a key.
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(
                file.getParent(),
                "sealing",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.bytes(KEY_BYTES)));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException faster) {
            // Another hub made it; its key is as good as ours.
        } finally {
            Files.delete(draft);
        }
    }
}
