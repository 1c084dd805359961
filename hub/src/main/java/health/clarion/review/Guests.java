package health.clarion.review;

import health.clarion.audit.Audit;
import health.clarion.mail.Mail;
import health.clarion.people.EmailAddress;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.posts.ContentHash;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A clinician or lawyer without an account signs through a link. The link works once; opening it mails a code to the
 * same address, so that whoever was merely forwarded the link can't sign.
 */
@Component
public class Guests {

    /** How long a link stays good, unless the review closes before. */
    public static final Duration LINK_LASTS = Duration.ofDays(7);

    private static final Duration CODE_LASTS = Duration.ofMinutes(20);
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 5;
    // Ten codes with five tries each: whoever holds a link without its mail guesses right once in 20,000.
    private static final int MOST_CODES = 10;
    private static final int MOST_LINKS = 10;

    private final GuestRows rows;
    private final Review review;
    private final People people;
    private final Mail mail;
    private final Words words;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Guests(
            GuestRows rows,
            Review review,
            People people,
            Mail mail,
            Words words,
            Organisations organisations,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.review = review;
        this.people = people;
        this.mail = mail;
        this.words = words;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody asked to sign without an account.
     *
     * @param registration such as a professional register and number
     */
    public record Guest(
            UUID id,
            UUID submission,
            Reader role,
            String name,
            String registration,
            String email,
            UUID invitedBy,
            Instant expiresAt,
            @Nullable Instant usedAt) {

        EmailAddress mailbox() {
            return new EmailAddress(email);
        }
    }

    /**
     * Who is asked to sign.
     *
     * @param registration with their professional body
     * @param language of the mail
     */
    public record Invited(Reader role, String name, String registration, EmailAddress email, Locale language) {

        public Invited {
            name = name.strip();
            registration = registration.strip();
        }

        boolean complete() {
            return !name.isEmpty() && name.length() <= 120 && !registration.isEmpty() && registration.length() <= 200;
        }
    }

    /** Invites somebody by mail. The link is in the mail only; nobody else sees it. */
    @Transactional
    public Guest invite(UUID submission, Invited invited, Member by) {
        Reader role = invited.role();
        Request request = review.find(submission).orElseThrow(() -> Problem.notFound("review.no-request"));
        if (request.state() != Request.State.WAITING || !request.missing().contains(role)) {
            throw Problem.conflict("review.role-not-missing");
        }
        if (role == Reader.SECOND_READER) {
            throw Problem.invalid("review.guest-role");
        }
        if (!invited.complete()) {
            throw Problem.invalid("review.guest-incomplete");
        }
        if (of(submission).size() >= MOST_LINKS) {
            throw Problem.tooMuch("review.guest-many", MOST_LINKS).comeBackAfter(Duration.ofHours(1));
        }
        requireSomebodyElse(request, role, invited.email());
        String token = token();
        Instant now = review.now();
        Guest guest = new Guest(
                UUID.randomUUID(),
                submission,
                role,
                invited.name(),
                invited.registration(),
                invited.email().value(),
                by.id(),
                now.plus(LINK_LASTS),
                null);
        rows.insert(guest, now, sha256(token));
        mailLink(guest, token, invited.language());
        audit.record(
                "review.guest-invited",
                by.actor(),
                Review.subject(submission),
                Map.of("guest", guest.id().toString(), "role", role.id()));
        return guest;
    }

    // Whoever has an account signs in instead; and nobody comes back as a guest to what they wrote or signed.
    private void requireSomebodyElse(Request request, Reader role, EmailAddress email) {
        if (people.find(email).filter(Member::active).isPresent()) {
            throw Problem.invalid("review.guest-has-account");
        }
        boolean otherRole = of(request.submission()).stream()
                .anyMatch(guest -> guest.role() != role && guest.mailbox().sameMailbox(email));
        if (otherRole) {
            throw Problem.invalid("review.guest-two-roles");
        }
        requireNotInvolved(request, email);
    }

    private void requireNotInvolved(Request request, EmailAddress email) {
        boolean involved = review.involved(request).stream()
                .flatMap(id -> people.find(id).stream())
                .anyMatch(member -> member.email().sameMailbox(email));
        if (involved) {
            throw Problem.forbidden("review.guest-involved");
        }
    }

    private void mailLink(Guest guest, String token, Locale locale) {
        String organisation = organisations.current().name();
        mail.send(
                guest.email(),
                Reminders.oneLine(words.of(locale, "review.mail.guest-subject", organisation)),
                words.of(
                        locale,
                        "review.mail.guest",
                        guest.name(),
                        organisation,
                        words.of(locale, "review.role." + guest.role().id()),
                        organisations.current().address() + "/sign/" + token,
                        LINK_LASTS.toDays()));
    }

    /** The guest of a link that can still be used. */
    public Optional<Guest> byToken(String token) {
        return rows.open(sha256(token), clock.instant());
    }

    /** Whether a code was mailed that can still be entered. */
    public boolean hasCode(Guest guest) {
        return rows.hasCode(guest.id(), MOST_TRIES, clock.instant());
    }

    /**
     * Mails a code to the guest; the newest one counts.
     *
     * @param reader the language the guest reads the page in
     */
    @Transactional
    public void mailCode(String token, Locale reader) {
        Guest guest = byToken(token).filter(this::waits).orElseThrow(() -> Problem.gone("review.link-gone"));
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        Instant ends = clock.instant().plus(CODE_LASTS);
        if (!rows.code(guest.id(), sha256(guest.id() + code), ends, ends.minus(BETWEEN_CODES), MOST_CODES)) {
            throw Problem.tooMuch("review.code-just-sent").comeBackAfter(BETWEEN_CODES);
        }
        mail.send(
                guest.email(),
                words.of(reader, "review.mail.code-subject", code),
                words.of(reader, "review.mail.code", guest.name(), code, CODE_LASTS.toMinutes()));
    }

    /** Signs with the code from the mail. The link is used up. */
    @Transactional(noRollbackFor = Problem.class)
    public Request sign(String token, String code, ContentHash hash) {
        Guest guest = confirmed(token, code);
        requireFirst(guest);
        Request request = review.signAsGuest(guest.submission(), guest.role(), hash, guest.id());
        rows.used(guest.id(), clock.instant());
        return request;
    }

    /** Asks for a change with the code from the mail. The link is used up. */
    @Transactional(noRollbackFor = Problem.class)
    public void askForChange(String token, String code, int start, int end, String phrase, String wish) {
        Guest guest = confirmed(token, code);
        review.askForChange(guest.submission(), null, start, end, phrase, wish, "guest:" + guest.id());
        rows.used(guest.id(), clock.instant());
    }

    // Between invitation and signature somebody may have taken part under this address: once more, then.
    private void requireFirst(Guest guest) {
        Request request = review.find(guest.submission()).orElseThrow(() -> Problem.notFound("review.no-request"));
        requireNotInvolved(request, guest.mailbox());
        boolean signed = of(guest.submission()).stream()
                .filter(other ->
                        request.signed().stream().anyMatch(sign -> sign.signer().equals("guest:" + other.id())))
                .anyMatch(other -> other.mailbox().sameMailbox(guest.mailbox()));
        if (signed) {
            throw Problem.conflict("review.you-signed");
        }
    }

    private boolean waits(Guest guest) {
        return review.find(guest.submission())
                .filter(request -> request.state() == Request.State.WAITING)
                .isPresent();
    }

    private Guest confirmed(String token, String code) {
        Guest guest = rows.locked(sha256(token), clock.instant()).orElseThrow(() -> Problem.gone("review.link-gone"));
        String kept = rows.tried(guest.id(), MOST_TRIES, clock.instant())
                .orElseThrow(() -> Problem.invalid("review.code-expired"));
        boolean same = MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII),
                sha256(guest.id() + code.strip()).getBytes(StandardCharsets.US_ASCII));
        if (!same) {
            throw Problem.invalid("review.code-wrong");
        }
        return guest;
    }

    /** Everybody invited to sign this submission. */
    public List<Guest> of(UUID submission) {
        return rows.of(submission);
    }

    private String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
