package health.clarion.people;

import health.clarion.people.Passkeys.Passkey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Where passkeys are kept: public keys and counters, nothing secret. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private static final String SELECT = """
            select credential_id, member, label, public_key, signature_count, verified, transports, backup_eligible,
                backed_up, attestation_object, attestation_client_data, made_at, used_at
            from people.passkey
            """;

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Passkey> of(UUID member) {
        return jdbc.sql("""
                select credential_id, label, made_at, used_at from people.passkey
                where member = :member order by made_at desc limit :limit
                """)
                .param("member", member)
                .param("limit", Passkeys.MOST)
                .query((row, n) -> new Passkey(
                        new Bytes(row.getBytes("credential_id")).toBase64UrlString(),
                        row.getString("label"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }

    boolean remove(byte[] id, UUID member) {
        return jdbc.sql("delete from people.passkey where credential_id = :id and member = :member")
                        .param("id", id)
                        .param("member", member)
                        .update()
                == 1;
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from people.passkey where credential_id = :id")
                .param("id", credentialId.getBytes())
                .update();
    }

    @Override
    public void save(CredentialRecord passkey) {
        jdbc.sql("""
                insert into people.passkey (credential_id, member, label, public_key, signature_count, verified,
                    transports, backup_eligible, backed_up, attestation_object, attestation_client_data, made_at,
                    used_at)
                values (:id, :member, :label, :key, :count, :verified, :transports, :eligible, :backedUp, :object,
                    :client, :made, :used)
                on conflict (credential_id) do update set signature_count = excluded.signature_count,
                    backed_up = excluded.backed_up, used_at = excluded.used_at
                """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("member", PasskeyOwners.member(passkey.getUserEntityUserId()))
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("transports", transports(passkey.getTransports()))
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("object", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("made", Timestamp.from(passkey.getCreated()))
                .param("used", Timestamp.from(passkey.getLastUsed()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql(SELECT + "where credential_id = :id")
                .param("id", credentialId.getBytes())
                .query(PasskeyStore::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql(SELECT + "where member = :member order by made_at limit :limit")
                .param("member", PasskeyOwners.member(userId))
                .param("limit", Passkeys.MOST)
                .query(PasskeyStore::credential)
                .list();
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyOwners.bytes(row.getObject("member", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(bytes(row.getBytes("attestation_client_data")))
                .created(row.getTimestamp("made_at").toInstant())
                .lastUsed(row.getTimestamp("used_at").toInstant())
                .build();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Set<AuthenticatorTransport> transports(String kept) {
        return Arrays.stream(kept.split(" "))
                .filter(value -> !value.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] kept) {
        return kept == null ? null : new Bytes(kept);
    }
}
