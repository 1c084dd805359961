package health.clarion.ui.web;

import health.clarion.ui.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says which part of a request could not be read, by the name its sender gave it. What a reader of ours calls it, and
 * the value itself, stay here.
 */
final class Misread {

    private static final int LONGEST_NAME = 100;

    private Misread() {}

    /** The words for it; null when {@code thrown} is something else. */
    static @Nullable Problem problem(Exception thrown) {
        return switch (thrown) {
            case HttpMessageNotReadableException unreadable -> body(unreadable);
            case MethodArgumentTypeMismatchException wrong -> wrongValue(wrong.getName());
            case TypeMismatchException wrong -> Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.wrong-type");
            case MissingServletRequestParameterException missing ->
                Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.missing", missing.getParameterName());
            case MethodArgumentNotValidException wrong -> wrongValue(fields(wrong));
            default -> null;
        };
    }

    // A body that grew too large stops its reader, which wraps what stopped it.
    private static Problem body(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.unknown-field", path(unknown));
            case StreamReadException malformed -> Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.not-json");
            case DatabindException wrong when !wrong.getPath().isEmpty() -> wrongValue(path(wrong));
            case null, default -> Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.unreadable");
        };
    }

    private static Problem wrongValue(String name) {
        return Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.wrong-value", shortened(name));
    }

    /** {@code content.media[0].id} */
    private static String path(DatabindException where) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : where.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return shortened(path.toString());
    }

    private static String fields(MethodArgumentNotValidException wrong) {
        List<FieldError> fields = wrong.getFieldErrors();
        return fields.stream().map(FieldError::getField).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
