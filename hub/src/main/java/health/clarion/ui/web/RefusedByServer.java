package health.clarion.ui.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import health.clarion.ui.Problem;
import health.clarion.ui.PublicPages.Look;
import health.clarion.ui.Theme;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web server refuses before the hub sees it, such as an address with an encoded zero byte: our page and our
 * words, in place of the server's own. It needs no database and no request that could be read.
 */
@Component
class RefusedByServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(RefusedByServer.class);

    // The filters that say this for every other page were not reached.
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store");

    // The server is made before any page is.
    private final ObjectProvider<PageModel> pages;
    private final ObjectProvider<TemplateEngine> templates;
    private final ObjectProvider<JsonMapper> json;

    RefusedByServer(
            ObjectProvider<PageModel> pages,
            ObjectProvider<TemplateEngine> templates,
            ObjectProvider<JsonMapper> json) {
        this.pages = pages;
        this.templates = templates;
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.getPipeline().addValve(new Refusals());
                // Outside the host too: some are refused before anybody knows whose they are.
                host.getParent().getPipeline().addValve(new Refusals());
            }
        });
    }

    private final class Refusals extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                write(request, response);
            } catch (IOException | RuntimeException unreachable) {
                log.warn("A refusal could not be put into words", WithoutWords.of(unreachable));
            }
        }
    }

    private void write(Request request, Response response) throws IOException {
        Problem problem = Problems.ofStatus(HttpStatusCode.valueOf(response.getStatus()));
        Ui ui = pages.getObject().forEveryone(new Look(Words.closest(request.getLocale()), Theme.AUTO), "/");
        boolean program = String.valueOf(request.getRequestURI()).startsWith("/api/");
        HEADERS.forEach(response::setHeader);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType(program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.getReporter().write(program ? problemJson(problem, ui) : page(problem, ui));
        response.finishResponse();
    }

    private String problemJson(Problem problem, Ui ui) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), ui.t(problem.key()));
        detail.setTitle(ui.problemTitle(problem.status().value()));
        return json.getObject().writeValueAsString(detail);
    }

    private String page(Problem problem, Ui ui) {
        Map<String, Object> model = new HashMap<>();
        model.put("ui", ui);
        model.put("problem", problem);
        StringOutput html = new StringOutput();
        templates.getObject().render("ui/problem.jte", model, html);
        return html.toString();
    }
}
