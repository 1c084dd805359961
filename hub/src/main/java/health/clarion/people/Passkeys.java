package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.ui.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (WebAuthn). The device must verify its owner, by fingerprint, face or PIN, so one passkey is two factors.
 * Passkeys belong to the organisation's address; browsers refuse IP addresses.
 */
@Component
public class Passkeys {

    /** More than this many passkeys a member has lost count of. */
    public static final int MOST = 10;

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    private final PasskeyStore store;
    private final PasskeyOwners owners;
    private final People people;
    private final Organisations organisations;
    private final SecondFactors factors;
    private final Notices notices;
    private final Audit audit;

    Passkeys(
            PasskeyStore store,
            PasskeyOwners owners,
            People people,
            Organisations organisations,
            SecondFactors factors,
            Notices notices,
            Audit audit) {
        this.store = store;
        this.owners = owners;
        this.people = people;
        this.organisations = organisations;
        this.factors = factors;
        this.notices = notices;
        this.audit = audit;
    }

    /** One passkey as its owner sees it; {@code id} is its credential id in URL-safe Base64. */
    public record Passkey(String id, String label, Instant madeAt, Instant usedAt) {}

    /** A member's passkeys, newest first. */
    public List<Passkey> of(UUID member) {
        return store.of(member);
    }

    /** What the browser needs to make a passkey. */
    public PublicKeyCredentialCreationOptions creation(Authentication member) {
        return operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(member));
    }

    /** What the browser needs to show a passkey: of this member, or of whoever is there when null is not known. */
    public PublicKeyCredentialRequestOptions request(Optional<Authentication> member) {
        return operations()
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(member.orElse(null)));
    }

    /**
     * Keeps a passkey that the browser made.
     *
     * @return recovery codes when the member had none, to be shown this once
     * @throws Problem invalid, when it doesn't answer our question; conflict, when there are ten already
     */
    @Transactional
    public List<String> add(
            Member member,
            PublicKeyCredentialCreationOptions asked,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            String label) {
        if (of(member.id()).size() >= MOST) {
            throw Problem.conflict("people.passkey-too-many", MOST);
        }
        try {
            operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(made, label)));
        } catch (RuntimeException refused) {
            log.info("A passkey was refused: {}", refused.getClass().getSimpleName());
            throw Problem.invalid("people.passkey-refused");
        }
        audit.record("people.passkey-added", member.actor(), member.actor(), Map.of());
        notices.factorsChanged(member);
        return factors.recoveryCodesLeft(member.id()) > 0 ? List.of() : factors.newRecoveryCodes(member);
    }

    /** Who showed this passkey; empty when it is unknown, wrong, or its owner's account is closed. */
    @Transactional
    public Optional<Member> owner(
            PublicKeyCredentialRequestOptions asked, PublicKeyCredential<AuthenticatorAssertionResponse> shown) {
        try {
            var user = operations().authenticate(new RelyingPartyAuthenticationRequest(asked, shown));
            return people.find(PasskeyOwners.member(user.getId())).filter(Member::active);
        } catch (RuntimeException refused) {
            log.info("A passkey was refused: {}", refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Takes one passkey away; false when it is not theirs. */
    @Transactional
    public boolean remove(Member member, String id, String actor) {
        boolean removed = store.remove(Bytes.fromBase64(id).getBytes(), member.id());
        if (removed) {
            audit.record("people.passkey-removed", actor, member.actor(), Map.of());
            notices.factorsChanged(member);
        }
        return removed;
    }

    void removeAll(Member member, String actor) {
        of(member.id()).forEach(passkey -> remove(member, passkey.id(), actor));
    }

    // Made anew each time: an administrator may change the organisation's address while the hub runs.
    private Webauthn4JRelyingPartyOperations operations() {
        Organisation organisation = organisations.current();
        URI address = organisation.address();
        PublicKeyCredentialRpEntity party = PublicKeyCredentialRpEntity.builder()
                .id(address.getHost())
                .name(organisation.name())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(owners, store, party, Set.of(origin(address)));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private static String origin(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
