package health.clarion.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Something a person has to know: what happened, what was kept, what to do next. Thrown where a request can't go on;
 * shown as a calm page, or as problem+json to a program.
 */
public final class Problem extends RuntimeException {

    private final transient HttpStatus status;
    private final String key;
    private final transient Object[] arguments;
    private @Nullable String next;
    private @Nullable String nextHref;
    private transient @Nullable Duration comeBackAfter;

    private Problem(HttpStatus status, String key, Object... arguments) {
        super(status.value() + " " + key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
    }

    public static Problem of(HttpStatus status, String key, Object... arguments) {
        return new Problem(status, Objects.requireNonNull(key), arguments);
    }

    public static Problem notFound(String key, Object... arguments) {
        return of(HttpStatus.NOT_FOUND, key, arguments);
    }

    public static Problem invalid(String key, Object... arguments) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
    }

    public static Problem conflict(String key, Object... arguments) {
        return of(HttpStatus.CONFLICT, key, arguments);
    }

    public static Problem forbidden(String key, Object... arguments) {
        return of(HttpStatus.FORBIDDEN, key, arguments);
    }

    public static Problem gone(String key, Object... arguments) {
        return of(HttpStatus.GONE, key, arguments);
    }

    public static Problem tooMuch(String key, Object... arguments) {
        return of(HttpStatus.TOO_MANY_REQUESTS, key, arguments);
    }

    public static Problem tooLarge(String key, Object... arguments) {
        return of(HttpStatus.CONTENT_TOO_LARGE, key, arguments);
    }

    public static Problem unavailable(String key, Object... arguments) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, key, arguments);
    }

    /** The one thing to do next: the words on the button and where it leads. */
    public Problem next(String messageKey, String href) {
        this.next = messageKey;
        this.nextHref = href;
        return this;
    }

    /** How long to wait before it is worth trying again. */
    public Problem comeBackAfter(Duration wait) {
        this.comeBackAfter = wait;
        return this;
    }

    public @Nullable Duration comeBackAfter() {
        return comeBackAfter;
    }

    public HttpStatus status() {
        return status;
    }

    /** The message key; {@code key + ".kept"} says what was kept, when that message exists. */
    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public List<Object> argumentList() {
        return List.of(arguments);
    }

    public @Nullable String next() {
        return next;
    }

    public @Nullable String nextHref() {
        return nextHref;
    }
}
