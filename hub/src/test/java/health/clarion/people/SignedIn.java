package health.clarion.people;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import health.clarion.people.MemberAuthentication.Way;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * For every module's tests: makes members of any role, and lets a request act as one. Members are new for each call, so
 * no test meets another's.
 *
 * <pre>
 * Member writer = signedIn.member(Role.COMMUNICATOR);
 * mvc.perform(post("/posts").with(as(writer)).with(csrf()))
 * </pre>
 */
@Component
public class SignedIn {

    /** What {@link #withPassword} sets. */
    public static final String PASSWORD = "lantern gravel orbit tulip";

    private final People people;
    private final Passwords passwords;

    SignedIn(People people, Passwords passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    /** A new active member with these roles and an ordinary name. */
    public Member member(Role... roles) {
        return member("Test " + Arrays.toString(roles), null, roles);
    }

    /** A new partner of one campaign. */
    public Member partnerOf(UUID campaign) {
        return member("Test partner", campaign, Role.PARTNER);
    }

    public Member member(String name, @Nullable UUID campaign, Role... roles) {
        return member(name, campaign, Locale.ENGLISH, roles);
    }

    /** A new member who reads another language of the interface. */
    public Member reading(Locale language, Role... roles) {
        return member("Test " + language.getDisplayLanguage(Locale.ENGLISH), null, language, roles);
    }

    private Member member(String name, @Nullable UUID campaign, Locale language, Role... roles) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(Arrays.asList(roles));
        UUID id = people.add(
                new People.Newcomer(
                        name,
                        new EmailAddress(UUID.randomUUID() + "@example.org"),
                        held,
                        language,
                        ZoneId.of("Europe/London"),
                        campaign),
                "hub");
        return people.find(id).orElseThrow();
    }

    /** A new active member who can sign in with {@link #PASSWORD}, for tests in a real browser. */
    public Member withPassword(String name, Role... roles) {
        Member member = member(name, null, roles);
        passwords.set(member.id(), PASSWORD);
        return member;
    }

    /** The request acts as this member in a browser that has shown the second factor. */
    public static RequestPostProcessor as(Member member) {
        return authentication(new MemberAuthentication(member, new Way.Browser(UUID.randomUUID(), Instant.now())));
    }

    /** The request acts as this member in a browser that has shown the password only. */
    public static RequestPostProcessor withPasswordOnly(Member member) {
        return authentication(new MemberAuthentication(member, new Way.Browser(UUID.randomUUID(), null)));
    }

    /** The request acts by a token of this member, for the API. */
    public static RequestPostProcessor byToken(Member member, Scope... scopes) {
        return authentication(new MemberAuthentication(member, new Way.Token(UUID.randomUUID(), Set.of(scopes))));
    }
}
