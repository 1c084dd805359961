package health.clarion.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tags rows with an HMAC-SHA-256 under a key kept outside the database and its backups. */
@Component
class Tags {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    Tags(@Value("${clarion.data:./data}") Path data, @Value("${clarion.review-key:}") String given) {
        this.key = new SecretKeySpec(
                given.isBlank()
                        ? fromFile(data.resolve("secrets").resolve("review.key"))
                        : HexFormat.of().parseHex(given),
                HMAC);
    }

    /** The tag over these fields, in this order. */
    byte[] tag(String kind, List<String> fields) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            update(mac, kind);
            fields.forEach(field -> update(mac, field));
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has HMAC-SHA-256
        }
    }

    boolean genuine(String kind, List<String> fields, byte[] tag) {
        return MessageDigest.isEqual(tag(kind, fields), tag);
    }

    // Length before content: no two different rows give the same bytes.
    private static void update(Mac mac, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    // Two hubs that start at once on one data directory must end up with one key: whoever creates the file wins.
    private static byte[] fromFile(Path file) {
        try {
            Files.createDirectories(file.getParent());
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            try {
                Path made = Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(made, HexFormat.of().formatHex(fresh));
                return fresh;
            } catch (FileAlreadyExistsException there) {
                return read(file);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("the key for signatures can't be read or made: " + file, unusable);
        }
    }

    private static byte[] read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (text.length() != 64) {
            throw new IOException("not a key: " + file);
        }
        return HexFormat.of().parseHex(text);
    }
}
