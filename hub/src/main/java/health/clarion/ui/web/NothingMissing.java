package health.clarion.ui.web;

import health.clarion.ui.Problem;
import jakarta.validation.Valid;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Where our code says that a part of a body can't be null, a program that leaves it out is told which. The compiler's
 * checks end where JSON is read. A body that is {@code @Valid} has rules of its own, which name all its parts at once.
 */
@ControllerAdvice
class NothingMissing extends RequestBodyAdviceAdapter {

    private static final String OURS = "health.clarion.";

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getContainingClass().getName().startsWith(OURS)
                && !parameter.hasParameterAnnotation(Valid.class);
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        check(body, "");
        return body;
    }

    /** @throws Problem invalid, naming the part, when one is null that may not be */
    static void check(@Nullable Object value, String name) {
        switch (value) {
            case Record ours when ours.getClass().getName().startsWith(OURS) -> checkParts(ours, name);
            case Collection<?> many -> many.forEach(one -> check(one, name));
            case Map<?, ?> named -> named.values().forEach(one -> check(one, name));
            case null, default -> {}
        }
    }

    private static void checkParts(Record ours, String name) {
        for (RecordComponent part : ours.getClass().getRecordComponents()) {
            String path = name.isEmpty() ? part.getName() : name + "." + part.getName();
            Object value = value(ours, part);
            requirePresent(value, part.getAnnotatedType(), path);
            check(value, path);
        }
    }

    private static void requirePresent(@Nullable Object value, AnnotatedType type, String path) {
        if (value == null && !type.isAnnotationPresent(Nullable.class)) {
            throw Problem.invalid("ui.problem.missing", path);
        }
        if (value instanceof Collection<?> many && type instanceof AnnotatedParameterizedType parts) {
            many.forEach(one -> requirePresent(one, parts.getAnnotatedActualTypeArguments()[0], path));
        }
    }

    private static @Nullable Object value(Record ours, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(ours);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
