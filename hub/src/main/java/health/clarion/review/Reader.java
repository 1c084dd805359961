package health.clarion.review;

import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.safeguards.Topics;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whose signature a text can need. */
public enum Reader {
    /** Somebody else who read it: the second person that no post goes without. */
    SECOND_READER,
    /** A health professional. */
    CLINICIAN,
    /** Somebody who knows the law on health advertising. */
    LEGAL;

    /** {@code "second-reader"}, as the API and forms say it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reader with this id; throws IllegalArgumentException when there is none. */
    public static Reader of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether this member may sign in this role. */
    public boolean mayBe(Member member) {
        return switch (this) {
            case SECOND_READER -> member.roles().stream().anyMatch(Role::signsOff);
            case CLINICIAN -> member.is(Role.CLINICIAN);
            case LEGAL -> member.is(Role.LEGAL);
        };
    }

    /**
     * Who must read a text that touches these topics, and why. A health claim needs a clinician; a medicine or a
     * testimonial needs legal; a person's story needs a second reader besides; anything needs one other person.
     */
    public static Map<Reader, String> neededFor(Set<String> topics) {
        Map<Reader, String> needed = new EnumMap<>(Reader.class);
        if (topics.contains(Topics.HEALTH_CLAIM)) {
            needed.put(CLINICIAN, Topics.HEALTH_CLAIM);
        }
        if (topics.contains(Topics.MEDICINE)) {
            needed.put(LEGAL, Topics.MEDICINE);
            needed.putIfAbsent(CLINICIAN, Topics.MEDICINE);
        }
        if (topics.contains(Topics.TESTIMONIAL)) {
            needed.put(LEGAL, Topics.TESTIMONIAL);
        }
        if (topics.contains(Topics.PERSON_STORY)) {
            needed.put(SECOND_READER, Topics.PERSON_STORY);
        }
        if (needed.isEmpty()) {
            needed.put(SECOND_READER, "second-person");
        }
        return needed;
    }
}
