package health.clarion.demo;

import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A token for each role, in a file that only its owner reads: {@code demo-tokens.json} in the data directory. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class DemoTokens {

    private static final TypeReference<TreeMap<String, String>> BY_ROLE = new TypeReference<>() {};

    private final Tokens tokens;
    private final Cast cast;
    private final JsonMapper json;
    private final Path file;

    DemoTokens(Tokens tokens, Cast cast, JsonMapper json, @Value("${clarion.data:data}") Path data) {
        this.tokens = tokens;
        this.cast = cast;
        this.json = json;
        this.file = data.resolve("demo-tokens.json");
    }

    /** Where they are. */
    Path file() {
        return file;
    }

    /** Keeps the tokens that still work and makes those that are missing, such as all of them the first time. */
    void write() {
        Map<String, String> byRole = read();
        boolean fresh = false;
        for (Cast.Part part : Cast.Part.values()) {
            String role = part.role().id();
            boolean first = firstOf(part.role()) == part;
            if (first
                    && (!byRole.containsKey(role)
                            || tokens.accept(byRole.get(role)).isEmpty())) {
                byRole.put(role, make(cast.who(part)));
                fresh = true;
            }
        }
        if (fresh) {
            write(byRole);
        }
    }

    private static Cast.Part firstOf(Role role) {
        return Arrays.stream(Cast.Part.values())
                .filter(part -> part.role() == role)
                .findFirst()
                .orElseThrow();
    }

    // In a demonstration the password stands for both factors, and so does having started it.
    private String make(Member member) {
        Set<Scope> all = Arrays.stream(Scope.values())
                .filter(scope -> Tokens.allowed(member, scope))
                .collect(Collectors.toSet());
        return tokens.make(member, new Tokens.Wish("Demonstration", all, Tokens.LONGEST_STRONG), true, "hub")
                .secret();
    }

    private Map<String, String> read() {
        try {
            return Files.exists(file) ? json.readValue(Files.readString(file), BY_ROLE) : new TreeMap<>();
        } catch (IOException | JacksonException damaged) {
            return new TreeMap<>();
        }
    }

    private void write(Map<String, String> byRole) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "demo-tokens", ".new", ownerOnly());
            Files.writeString(draft, json.writerWithDefaultPrettyPrinter().writeValueAsString(byRole) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = java.nio.file.FileSystems.getDefault()
                .supportedFileAttributeViews()
                .contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
