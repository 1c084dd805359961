package health.clarion.ui.web;

import health.clarion.ui.Problem;
import health.clarion.ui.Programs;
import health.clarion.ui.Ui;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
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
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever stopped a request into words: a page for a person, problem+json for a program. A stack trace is
 * logged for the unexpected and never shown.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

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
        ModelAndView page = new ModelAndView("ui/problem", Map.of("ui", ui, "problem", problem));
        page.setStatus(problem.status());
        return page;
    }

    private static ProblemDetail json(Problem problem, Ui ui, HttpServletRequest request) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(problem.status(), ui.t(problem.key(), problem.arguments()));
        detail.setTitle(ui.t("ui.problem." + problem.status().value()));
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
            case QueryTimeoutException away -> away();
            case TransientDataAccessException busy -> away();
            case ErrorResponse known -> ofStatus(known.getStatusCode());
            case IllegalArgumentException bad
            when bad.getStackTrace().length > 0 && isConversion(bad) -> ofStatus(HttpStatus.BAD_REQUEST);
            default -> {
                log.error("{} {} failed", request.getMethod(), request.getServletPath(), thrown);
                yield Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "ui.problem.unexpected");
            }
        };
    }

    private static boolean isConversion(IllegalArgumentException bad) {
        return bad.getStackTrace()[0].getClassName().startsWith("java.util.UUID");
    }

    private static Problem away() {
        return Problem.unavailable("ui.problem.database-away");
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
