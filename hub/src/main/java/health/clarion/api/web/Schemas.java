package health.clarion.api.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schemas of what goes in and comes out, read from the records themselves. A component marked {@code @Nullable} may be
 * left out; every other is required.
 *
 * <p>Not thread-safe: one for each document.
 */
final class Schemas {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";

    private final JsonMapper json;
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> components = new TreeMap<>();

    Schemas(JsonMapper json) {
        this.json = json;
    }

    /** The schemas that others refer to, by name. */
    Map<String, Map<String, Object>> components() {
        return components;
    }

    /** The schema of a type within the limits that annotations set. */
    Map<String, Object> of(Type type, @Nullable AnnotatedElement limits) {
        Map<String, Object> schema = of(type);
        if (limits != null && !schema.containsKey("$ref")) {
            limit(schema, limits);
        }
        return schema;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) {
            return list(plain.getComponentType(), false);
        }
        if (plain.isEnum()) {
            return ofEnum(plain);
        }
        return plain.isRecord() ? reference(plain) : ofValue(plain);
    }

    private Map<String, Object> ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return list(arguments[0], Set.class.isAssignableFrom(raw));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return schema("type", "object", "additionalProperties", of(arguments[1]));
        }
        throw new IllegalStateException("No schema is known for " + type);
    }

    private Map<String, Object> list(Type items, boolean once) {
        Map<String, Object> list = schema("type", "array", "items", of(items));
        if (once) {
            list.put("uniqueItems", true);
        }
        return list;
    }

    private Map<String, Object> ofEnum(Class<?> type) {
        List<String> values = Arrays.stream(type.getEnumConstants())
                .map(constant -> json.valueToTree(constant).asString())
                .toList();
        return schema("type", "string", "enum", values);
    }

    private static Map<String, Object> ofValue(Class<?> type) {
        if (type == String.class) {
            return schema("type", "string");
        } else if (type == UUID.class) {
            return schema("type", "string", "format", "uuid");
        } else if (type == int.class || type == Integer.class) {
            return schema("type", "integer", "format", "int32");
        } else if (type == long.class || type == Long.class) {
            return schema("type", "integer", "format", "int64");
        } else if (type == double.class || type == Double.class) {
            return schema("type", "number", "format", "double");
        } else if (type == boolean.class || type == Boolean.class) {
            return schema("type", "boolean");
        } else if (type == Object.class) {
            return schema();
        } else if (type == MultipartFile.class) {
            return schema("type", "string", "contentMediaType", "application/octet-stream");
        }
        return ofTextualValue(type);
    }

    private static Map<String, Object> ofTextualValue(Class<?> type) {
        if (type == Instant.class) {
            return schema("type", "string", "format", "date-time");
        } else if (type == LocalDate.class) {
            return schema("type", "string", "format", "date");
        } else if (type == LocalDateTime.class) {
            return schema(
                    "type", "string", "pattern", "^" + DAY + "T" + TIME + "$", "examples", List.of("2026-11-24T09:00"));
        } else if (type == LocalTime.class) {
            return schema("type", "string", "pattern", "^" + TIME + "$", "examples", List.of("09:00"));
        } else if (type == YearMonth.class) {
            return schema("type", "string", "pattern", "^\\d{4}-\\d{2}$", "examples", List.of("2026-11"));
        } else if (type == ZoneId.class) {
            return schema("type", "string", "description", "A time zone", "examples", List.of("Europe/Madrid"));
        } else if (type == URI.class) {
            return schema("type", "string", "format", "uri-reference");
        }
        throw new IllegalStateException("No schema is known for " + type);
    }

    private Map<String, Object> reference(Class<?> record) {
        String name = names.get(record);
        if (name == null) {
            name = newName(record);
            names.put(record, name);
            components.put(name, Map.of()); // a record may hold itself
            components.put(name, ofRecord(record));
        }
        return schema("$ref", "#/components/schemas/" + name);
    }

    // "PostsOne" for PostJson.One of the module posts: two modules may well call something a Move.
    private String newName(Class<?> record) {
        String[] packages = record.getPackageName().split("\\.");
        String module = packages[2];
        String simple = record.getSimpleName().replaceFirst("Json$", "");
        String name = Character.toUpperCase(module.charAt(0)) + module.substring(1) + simple;
        if (!names.containsValue(name)) {
            return name;
        }
        Class<?> outer = record.getDeclaringClass();
        return name + "Of" + (outer == null ? packages[packages.length - 1] : outer.getSimpleName());
    }

    private Map<String, Object> ofRecord(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType(), accessorOf(component, record)));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = schema("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    // Validation's annotations go to fields, not to record components.
    private static AnnotatedElement accessorOf(RecordComponent component, Class<?> record) {
        try {
            return record.getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible); // each component has its field
        }
    }

    private static void limit(Map<String, Object> schema, AnnotatedElement limits) {
        boolean list = "array".equals(schema.get("type"));
        if (limits.isAnnotationPresent(NotBlank.class) || limits.isAnnotationPresent(NotEmpty.class)) {
            schema.put(list ? "minItems" : "minLength", 1);
        }
        Size size = limits.getAnnotation(Size.class);
        if (size != null) {
            if (size.min() > 0) {
                schema.put(list ? "minItems" : "minLength", size.min());
            }
            schema.put(list ? "maxItems" : "maxLength", size.max());
        }
        Min min = limits.getAnnotation(Min.class);
        if (min != null) {
            schema.put("minimum", min.value());
        }
        Max max = limits.getAnnotation(Max.class);
        if (max != null) {
            schema.put("maximum", max.value());
        }
    }

    private static Map<String, Object> schema(Object... parts) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            schema.put((String) parts[i], parts[i + 1]);
        }
        return schema;
    }
}
