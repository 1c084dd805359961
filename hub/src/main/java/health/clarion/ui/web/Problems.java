package health.clarion.ui.web;

import health.clarion.ui.Problem;
import health.clarion.ui.Programs;
import health.clarion.ui.Ui;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever stopped a request into words: a page for a person, problem+json for a program. A stack trace is
 * logged for the unexpected and never shown.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final Pattern CONVERSION =
            Pattern.compile("java\\.(util\\.UUID|time\\.|sql\\.Timestamp|lang\\.Math)");
    private static final Duration BACK_SOON = Duration.ofSeconds(10);

    private final PageModel pages;

    Problems(PageModel pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Exception.class)
    Object show(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown; // Spring Security answers: sign in, or you may not
        }
        if (thrown instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        Problem misread = Misread.problem(thrown);
        return answer(misread == null ? asProblem(thrown, request) : misread, request, response);
    }

    /** The page or problem+json for {@code problem}. */
    Object answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        Ui ui = pages.of(request);
        Duration wait = problem.comeBackAfter();
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        }
        if (Programs.ask(request)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(json(problem, ui, request));
        }
        ModelAndView page = new ModelAndView("ui/problem");
        page.addObject("ui", ui);
        page.addObject("problem", problem);
        page.addObject("typed", typed(problem, request));
        page.setStatus(problem.status());
        return page;
    }

    // Where the same sent once more may well be taken, all of it comes back; where something has to be changed, what a
    // person wrote.
    private static @Nullable TypedFields typed(Problem problem, HttpServletRequest request) {
        Optional<TypedFields> typed = TypedFields.of(request);
        return switch (problem.status()) {
            case UNAUTHORIZED, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE, INTERNAL_SERVER_ERROR -> typed.orElse(null);
            case FORBIDDEN -> problem.key().equals("ui.problem.expired-form") ? typed.orElse(null) : null;
            case BAD_REQUEST, CONFLICT, GONE, UNPROCESSABLE_CONTENT ->
                typed.filter(form -> !form.shown().isEmpty()).orElse(null);
            default -> null;
        };
    }

    private static ProblemDetail json(Problem problem, Ui ui, HttpServletRequest request) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(problem.status(), ui.t(problem.key(), problem.arguments()));
        detail.setTitle(ui.problemTitle(problem.status().value()));
        detail.setType(URI.create("urn:clarion:" + problem.key()));
        instance(request).ifPresent(detail::setInstance);
        return detail;
    }

    // What somebody asked for need not be an address at all.
    private static Optional<URI> instance(HttpServletRequest request) {
        try {
            return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                    ? Optional.of(new URI(original))
                    : Optional.of(new URI(request.getRequestURI()));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static Problem asProblem(Exception thrown, HttpServletRequest request) {
        return switch (thrown) {
            case Problem problem -> problem;
            case MaxUploadSizeExceededException tooLarge -> Problem.tooLarge("ui.problem.upload-too-large");
            case DataAccessResourceFailureException away -> away();
            case CannotCreateTransactionException away -> away();
            case TransactionTimedOutException busy -> away();
            case TransactionSystemException cutOff -> away();
            case QueryTimeoutException away -> away();
            case TransientDataAccessException busy -> away();
            case ErrorResponse known -> ofStatus(known.getStatusCode());
            case InvalidParameterException unreadable -> ofStatus(HttpStatusCode.valueOf(unreadable.getErrorCode()));
            case MultipartException unreadable -> Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.unreadable");
            case DuplicateKeyException first -> Problem.conflict("ui.problem.there-already");
            case DataIntegrityViolationException bad
            when isBadValue(bad) -> Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.wrong-type");
            case RuntimeException bad
            when isConversion(bad) -> Problem.of(HttpStatus.BAD_REQUEST, "ui.problem.wrong-type");
            default -> {
                log.error("{} {} failed", request.getMethod(), address(request), WithoutWords.of(thrown));
                yield Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "ui.problem.unexpected");
            }
        };
    }

    // As it is written in the code: an address itself may hold a secret.
    private static Object address(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no page)" : pattern;
    }

    // What the database can't hold in any column: a zero byte, a date before history, a number beyond all numbers.
    private static boolean isBadValue(DataIntegrityViolationException bad) {
        return NestedExceptionUtils.getMostSpecificCause(bad) instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith("22");
    }

    // A value that is no id, or a time that no calendar holds: the library that reads it says no.
    private static boolean isConversion(RuntimeException bad) {
        boolean refusal = bad instanceof IllegalArgumentException
                || bad instanceof DateTimeException
                || bad instanceof ArithmeticException;
        return refusal
                && bad.getStackTrace().length > 0
                && CONVERSION.matcher(bad.getStackTrace()[0].getClassName()).lookingAt();
    }

    private static Problem away() {
        return Problem.unavailable("ui.problem.database-away").comeBackAfter(BACK_SOON);
    }

    static Problem ofStatus(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        HttpStatus known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        return switch (known) {
            case NOT_FOUND -> Problem.notFound("ui.problem.no-page");
            case FORBIDDEN -> Problem.forbidden("ui.problem.not-allowed");
            case UNAUTHORIZED -> Problem.of(HttpStatus.UNAUTHORIZED, "ui.problem.sign-in");
            case METHOD_NOT_ALLOWED -> Problem.of(known, "ui.problem.method");
            case CONTENT_TOO_LARGE -> Problem.tooLarge("ui.problem.upload-too-large");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of(known, "ui.problem.media-type");
            case NOT_ACCEPTABLE -> Problem.of(known, "ui.problem.media-type");
            case BAD_REQUEST -> Problem.of(known, "ui.problem.unreadable");
            default ->
                known.is4xxClientError()
                        ? Problem.of(known, "ui.problem.unreadable")
                        : Problem.of(known, "ui.problem.unexpected");
        };
    }
}
