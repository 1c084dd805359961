package health.clarion.desk.web;

import health.clarion.desk.Csv;
import health.clarion.desk.PublishedExport;
import health.clarion.people.Member;
import health.clarion.ui.ApiCall;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Everything published, to take away. Rows are written as they are read, so any number fits. */
@Controller
@PreAuthorize("hasAuthority('read')")
class ExportPages {

    private static final List<String> COLUMNS = List.of(
            "delivery",
            "post",
            "title",
            "campaign",
            "language",
            "network",
            "account",
            "due",
            "zone",
            "finished_at",
            "state",
            "content_hash",
            "text",
            "urls",
            "corrects");

    private final PublishedExport export;
    private final JsonMapper json;

    ExportPages(PublishedExport export, JsonMapper json) {
        this.export = export;
        this.json = json;
    }

    @ApiCall(
            value = "Gives everything published as a table.",
            answers = @ApiCall.Answer(status = 200, body = String.class, type = "text/csv"))
    @GetMapping({"/deliveries/export.csv", "/api/v1/deliveries/export.csv"})
    void csv(Member me, HttpServletResponse response) throws IOException {
        Writer out = begin(response, "text/csv", "published.csv");
        out.write(Csv.line(COLUMNS));
        export.each(me.partnerCampaign().orElse(null), row -> write(out, Csv.line(cells(row))));
        out.flush();
    }

    @ApiCall(
            value = "Gives everything published.",
            answers = @ApiCall.Answer(status = 200, body = PublishedExport.Row[].class))
    @GetMapping({"/deliveries/export.json", "/api/v1/deliveries/export.json"})
    void json(Member me, HttpServletResponse response) throws IOException {
        Writer out = begin(response, "application/json", "published.json");
        out.write("[");
        String[] separator = {"\n"};
        export.each(me.partnerCampaign().orElse(null), row -> {
            write(out, separator[0] + json.writeValueAsString(row));
            separator[0] = ",\n";
        });
        out.write("\n]\n");
        out.flush();
    }

    private static Writer begin(HttpServletResponse response, String type, String name) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return response.getWriter();
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone); // whoever asked hung up
        }
    }

    private static List<String> cells(PublishedExport.Row row) {
        return List.of(
                row.delivery().toString(),
                row.post().toString(),
                row.title(),
                row.campaign(),
                row.language(),
                row.network(),
                row.account(),
                row.due().toString(),
                row.zone(),
                text(row.finishedAt()),
                row.state(),
                row.contentHash(),
                row.text(),
                String.join(" ", row.urls()),
                Objects.toString(row.corrects(), ""));
    }

    private static String text(@Nullable Instant at) {
        return Objects.toString(at, "");
    }
}
