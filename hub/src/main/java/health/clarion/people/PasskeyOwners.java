package health.clarion.people;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Members as WebAuthn knows them: the sixteen bytes of their id. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final People people;

    PasskeyOwners(People people) {
        this.people = people;
    }

    static Bytes bytes(UUID member) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(member.getMostSignificantBits())
                .putLong(member.getLeastSignificantBits())
                .array());
    }

    static UUID member(Bytes id) {
        ByteBuffer buffer = ByteBuffer.wrap(id.getBytes());
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return id.getBytes().length == 16 ? entity(member(id)) : null;
    }

    /** The name of our authentications is the member's id. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return entity(UUID.fromString(username));
    }

    private @Nullable PublicKeyCredentialUserEntity entity(UUID id) {
        return people.find(id)
                .map(member -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(bytes(id))
                        .name(member.email().value())
                        .displayName(member.name())
                        .build())
                .orElse(null);
    }

    // Members are added and closed elsewhere.
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {}

    @Override
    public void delete(Bytes id) {}
}
