package health.clarion.people.web;

import health.clarion.people.EmailAddress;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an API call; one that is missing or malformed is named. */
final class Asked {

    private Asked() {}

    static String name(String field, @Nullable String text) {
        String name = text == null ? "" : text.strip();
        boolean oneLine = name.chars().noneMatch(Character::isISOControl);
        if (name.isEmpty() || name.length() > Form.LONGEST_NAME || !oneLine) {
            throw wrong(field);
        }
        return name;
    }

    static String text(String field, @Nullable String text, int longest) {
        if (text == null || text.length() > longest) {
            throw wrong(field);
        }
        return text;
    }

    static EmailAddress email(@Nullable String text) {
        return EmailAddress.parse(text == null ? "" : text).orElseThrow(() -> wrong("email"));
    }

    static Locale language(@Nullable String tag) {
        return Words.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst()
                .orElseThrow(() -> wrong("language"));
    }

    static ZoneId zone(@Nullable String id) {
        return parsed("zone", id, ZoneId::of);
    }

    static LocalDate date(String field, @Nullable String text) {
        return parsed(field, text, LocalDate::parse);
    }

    static Role role(@Nullable String id) {
        return parsed("role", id, Role::of);
    }

    static Set<Role> roles(@Nullable Collection<String> ids) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        (ids == null ? List.<String>of() : ids).forEach(id -> roles.add(parsed("roles", id, Role::of)));
        return roles;
    }

    static Set<Scope> scopes(@Nullable Collection<String> ids) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        (ids == null ? List.<String>of() : ids).forEach(id -> scopes.add(parsed("scopes", id, Scope::of)));
        return scopes;
    }

    static Problem wrong(String field) {
        return Problem.invalid("people.wrong-field", field);
    }

    private static <T> T parsed(String field, @Nullable String text, Function<String, T> parser) {
        try {
            return parser.apply(text == null ? "" : text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw wrong(field);
        }
    }
}
