package health.clarion.ui.web;

import health.clarion.ui.Problem;
import health.clarion.ui.RepeatableCall;
import health.clarion.ui.web.KeptAnswers.Kept;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a program repeat a creating call of the API safely: a POST with an {@code Idempotency-Key} is done once, and the
 * same call again within 24 hours gets the first answer again, marked {@code Idempotency-Replayed: true}.
 *
 * <p>Keys belong to their caller. A call that failed gives its key back. An answer marked {@code no-store} (a token shown
 * once) is not kept; a repeated call is then told that it was done. When the first call's end is unknown, because the
 * hub was stopped in the middle, a repeated call is told so rather than done twice.
 */
@Component
class IdempotentCreates extends OncePerRequestFilter {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1," + RepeatableCall.LONGEST_KEY + "}");
    private static final int LARGEST_ANSWER = 200_000;

    private final KeptAnswers answers;
    private final HandlerExceptionResolver problems;

    IdempotentCreates(KeptAnswers answers, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RepeatableCall.is(request.getMethod(), request.getRequestURI())
                || request.getHeader(RepeatableCall.KEY) == null
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            once(request, response, chain);
        } catch (RuntimeException stopped) {
            if (problems.resolveException(request, response, null, stopped) == null) {
                throw stopped;
            }
        }
    }

    private void once(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        String key = request.getHeader(RepeatableCall.KEY);
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid("ui.problem.idempotency-key");
        }
        HttpServletRequest again = readable(request);
        byte[] fingerprint = fingerprint(again);
        if (answers.reserve(caller.getName(), key, fingerprint)) {
            first(caller.getName(), key, again, response, chain);
            return;
        }
        Kept kept = answers.find(caller.getName(), key)
                .orElseThrow(() -> Problem.tooMuch("ui.problem.idempotency-many", KeptAnswers.MOST_PER_CALLER)
                        .comeBackAfter(Duration.ofHours(1)));
        replay(kept, fingerprint, response);
    }

    private void first(
            String caller, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, answer);
            done = answer.getStatus() < 300;
        } finally {
            if (!done) {
                answers.forget(caller, key);
            }
        }
        if (done) {
            answers.keep(
                    caller,
                    key,
                    answer.getStatus(),
                    answer.getContentType(),
                    answer.getHeader(HttpHeaders.LOCATION),
                    repeatable(answer));
        }
        answer.copyBodyToResponse();
    }

    private static byte @Nullable [] repeatable(ContentCachingResponseWrapper answer) {
        String cache = answer.getHeader(HttpHeaders.CACHE_CONTROL);
        boolean secret = cache != null && cache.contains("no-store");
        byte[] body = answer.getContentAsByteArray();
        return secret || body.length > LARGEST_ANSWER ? null : body;
    }

    private static void replay(Kept kept, byte[] fingerprint, HttpServletResponse response) throws IOException {
        if (!MessageDigest.isEqual(kept.request(), fingerprint)) {
            throw Problem.invalid("ui.problem.idempotency-other");
        }
        Integer status = kept.status();
        byte[] body = kept.body();
        if (status == null) {
            throw Problem.conflict("ui.problem.idempotency-running");
        }
        if (body == null) {
            throw Problem.conflict("ui.problem.idempotency-done");
        }
        response.setStatus(status);
        response.setHeader(RepeatableCall.REPLAYED, "true");
        if (kept.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.contentType() != null) {
            response.setContentType(kept.contentType());
        }
        response.getOutputStream().write(body);
    }

    // JSON is read ahead. An upload need not fit into memory: the server has laid it on the disk.
    private static HttpServletRequest readable(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null) {
            return request;
        }
        if (type.startsWith("multipart/form-data")) {
            return request instanceof MultipartHttpServletRequest parts
                    ? parts
                    : new StandardMultipartHttpServletRequest(request);
        }
        return type.startsWith("application/json")
                ? new KeptBody(request, request.getInputStream().readAllBytes())
                : request;
    }

    private static byte[] fingerprint(HttpServletRequest request) throws IOException {
        Fingerprint fingerprint =
                new Fingerprint().with(request.getRequestURI()).with(String.valueOf(request.getQueryString()));
        return switch (request) {
            case KeptBody kept -> fingerprint.with(kept.getInputStream()).made();
            case MultipartHttpServletRequest upload -> of(upload, fingerprint).made();
            default ->
                fingerprint.with(String.valueOf(request.getContentLengthLong())).made();
        };
    }

    // By its parts: the line between them is another one each time a program sends the same.
    private static Fingerprint of(MultipartHttpServletRequest upload, Fingerprint fingerprint) throws IOException {
        upload.getParameterMap().forEach((name, values) -> {
            fingerprint.with(name);
            for (String value : values) {
                fingerprint.with(value);
            }
        });
        for (List<MultipartFile> files : upload.getMultiFileMap().values()) {
            for (MultipartFile file : files) {
                fingerprint.with(file.getName()).with(String.valueOf(file.getOriginalFilename()));
                try (InputStream content = file.getInputStream()) {
                    fingerprint.with(content);
                }
            }
        }
        return fingerprint;
    }
}
