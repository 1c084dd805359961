package health.clarion.people.web;

import health.clarion.people.EmailAddress;
import health.clarion.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form as it was filled in, with what needs another look. What was typed is kept; passwords are not. */
public final class Form {

    /** Longest name of a person, an organisation or a token, in characters. */
    public static final int LONGEST_NAME = 120;

    private final Map<String, String[]> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Form(Map<String, String[]> values) {
        this.values = values;
    }

    static Form of(HttpServletRequest request) {
        return new Form(request.getParameterMap());
    }

    /** A form that begins with these values. */
    static Form with(Map<String, String> values) {
        Map<String, String[]> starting = new LinkedHashMap<>();
        values.forEach((name, value) -> starting.put(name, new String[] {value}));
        return new Form(starting);
    }

    /** The form of someone's roles as they are. */
    static Form roles(Set<Role> roles, @Nullable UUID campaign) {
        Map<String, String[]> starting = new LinkedHashMap<>();
        starting.put("roles", roles.stream().map(Role::id).toArray(String[]::new));
        starting.put("campaign", new String[] {campaign == null ? "" : campaign.toString()});
        return new Form(starting);
    }

    /** What is in the field; empty when nothing is. */
    public String value(String field) {
        String[] given = values.get(field);
        return given == null || given.length == 0 ? "" : given[0].strip();
    }

    /** The field as typed, spaces included: for passwords. */
    String raw(String field) {
        String[] given = values.get(field);
        return given == null || given.length == 0 ? "" : given[0];
    }

    public boolean checked(String field) {
        return values.containsKey(field);
    }

    public boolean checked(String field, String value) {
        return List.of(values.getOrDefault(field, new String[0])).contains(value);
    }

    Set<String> all(String field) {
        return Set.copyOf(List.of(values.getOrDefault(field, new String[0])));
    }

    /** The message key of what is wrong with a field; null when nothing is. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public Map<String, String> errors() {
        return errors;
    }

    public boolean ok() {
        return errors.isEmpty();
    }

    void wrong(String field, String messageKey) {
        errors.putIfAbsent(field, messageKey);
    }

    /** A name of one line, marked when missing or too long. */
    String name(String field) {
        String name = value(field);
        if (name.isEmpty()) {
            wrong(field, "people.name-missing");
        } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "people.name-long");
        }
        return name;
    }

    Optional<EmailAddress> email(String field) {
        Optional<EmailAddress> email = EmailAddress.parse(value(field));
        if (email.isEmpty()) {
            wrong(field, "people.email-wrong");
        }
        return email;
    }

    ZoneId zone(String field) {
        try {
            return ZoneId.of(value(field));
        } catch (DateTimeException unknown) {
            wrong(field, "people.zone-wrong");
            return ZoneId.of("Europe/London");
        }
    }
}
