package health.clarion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One address of the hub: a method, a path with places to fill, and what it reads. */
record Address(HttpMethod method, String pattern, Method handler) {

    private static final Pattern PLACE = Pattern.compile("\\{([^}/:]+)(?::(?:[^{}]|\\{[^}]*})*)?}");
    private static final Pattern FIELD = Pattern.compile("\\bname=\"([a-zA-Z][\\w-]*)\"");
    private static final Set<String> FORM_FIELDS = formFields();

    /** Every address that the application serves itself. */
    static List<Address> all(RequestMappingHandlerMapping mappings) {
        List<Address> all = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> all.addAll(of(info, handler)));
        all.sort(Comparator.comparing(Address::pattern)
                .thenComparing(address -> address.method().name()));
        return all;
    }

    private static List<Address> of(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Address(method.asHttpMethod(), pattern, handler.getMethod())))
                .toList();
    }

    boolean isApi() {
        return pattern.startsWith("/api/v1/");
    }

    boolean takesFiles() {
        return Arrays.stream(handler.getGenericParameterTypes())
                .anyMatch(type -> type.getTypeName().contains(MultipartFile.class.getName()));
    }

    boolean takesJson() {
        return body().isPresent();
    }

    /** The fields that the handler names. */
    List<String> fields() {
        return Arrays.stream(handler.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .filter(parameter ->
                        !parameter.getParameterizedType().getTypeName().contains("MultipartFile"))
                .map(parameter -> {
                    RequestParam named = parameter.getAnnotation(RequestParam.class);
                    return Stream.of(named.name(), named.value(), parameter.getName())
                            .filter(name -> !name.isEmpty())
                            .findFirst()
                            .orElseThrow();
                })
                .toList();
    }

    /** Whether a part of its path names a thing. */
    boolean hasPlaces() {
        return pattern.contains("{");
    }

    /** The same value in every field that any form of ours has, and twice. */
    List<String[]> everyField(String value) {
        Set<String> names = new TreeSet<>(fields());
        if (!method.equals(HttpMethod.GET)) {
            names.addAll(FORM_FIELDS);
        }
        return names.stream()
                .flatMap(name -> Stream.of(new String[] {name, value}, new String[] {name, value}))
                .toList();
    }

    /** One field bad, the others as they should be. */
    List<String[]> oneField(String bad, String value, Map<String, String> real) {
        return fields().stream()
                .map(name -> new String[] {name, name.equals(bad) ? value : real.getOrDefault(name, "1")})
                .toList();
    }

    /** Its path with things that exist. */
    URI path(Map<String, String> real) {
        return filled(match -> real.getOrDefault(
                pattern.substring(0, pattern.indexOf(match.group())), real.getOrDefault(match.group(1), "1")));
    }

    /** Its path with the same bad value in each place; a slash would make it another path. */
    URI path(String bad) {
        String some = bad.isEmpty() || bad.length() > 5_000 ? "x".repeat(3_000) : bad;
        return filled(match -> some);
    }

    private URI filled(java.util.function.Function<MatchResult, String> value) {
        String path = PLACE.matcher(pattern.replace("/**", "/x").replace("*", "x"))
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        URLEncoder.encode(value.apply(match), StandardCharsets.UTF_8)
                                .replace("+", "%20")));
        return URI.create("http://localhost" + path);
    }

    /** Bad bodies: none at all, other things than an object, and an object with one bad value after another. */
    List<String> bodies(Map<String, String> real) {
        List<String> bodies = new ArrayList<>(BadValues.BODIES);
        Type type = body().orElseThrow();
        bodies.add(plausible(type, real, 0));
        if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent bad : plain.getRecordComponents()) {
                BadValues.JSON.forEach(value -> bodies.add(object(plain, real, bad.getName(), value, 0)));
            }
        }
        return bodies;
    }

    private Optional<Type> body() {
        return Arrays.stream(handler.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .map(parameter -> parameter.getParameterizedType())
                .findFirst();
    }

    private static String object(
            Class<?> type, Map<String, String> real, @Nullable String bad, String value, int depth) {
        return Arrays.stream(type.getRecordComponents())
                .map(part -> '"' + part.getName() + "\":"
                        + (part.getName().equals(bad) ? value : plausible(part, real, depth)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String plausible(RecordComponent part, Map<String, String> real, int depth) {
        String known = real.get(part.getName());
        boolean text = part.getType() == String.class || part.getType() == UUID.class;
        return known != null && text ? '"' + known + '"' : plausible(part.getGenericType(), real, depth + 1);
    }

    private static String plausible(Type type, Map<String, String> real, int depth) {
        if (type instanceof ParameterizedType many && many.getRawType() instanceof Class<?> raw) {
            return Collection.class.isAssignableFrom(raw) && depth < 4
                    ? "[" + plausible(many.getActualTypeArguments()[0], real, depth + 1) + "]"
                    : "{}";
        }
        if (!(type instanceof Class<?> plain) || depth > 4) {
            return "null";
        }
        if (plain.isRecord()) {
            return object(plain, real, null, "", depth);
        }
        if (plain.isEnum()) {
            return '"' + ((Enum<?>) plain.getEnumConstants()[0]).name() + '"';
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "\"en\"";
            case "UUID" -> '"' + UUID.randomUUID().toString() + '"';
            case "boolean", "Boolean" -> "true";
            case "LocalDate" -> "\"2027-01-01\"";
            case "LocalTime" -> "\"10:00\"";
            case "LocalDateTime" -> "\"2027-01-01T10:00\"";
            case "Instant" -> "\"2027-01-01T10:00:00Z\"";
            case "ZoneId" -> "\"Europe/London\"";
            case "URI" -> "\"https://example.org/\"";
            default -> plain.isPrimitive() || Number.class.isAssignableFrom(plain) ? "1" : "null";
        };
    }

    // A page that reads its form by hand doesn't tell its fields; the templates do.
    private static Set<String> formFields() {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            Set<String> names = new TreeSet<>();
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                FIELD.matcher(Files.readString(template)).results().forEach(found -> names.add(found.group(1)));
            }
            names.remove("viewport");
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
