package health.clarion.ui.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import health.clarion.ui.PublicPages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Pages without anybody's name on them. */
@Component
class PublicPageRenderer implements PublicPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates;
    private final PageModel pages;

    PublicPageRenderer(TemplateEngine templates, PageModel pages) {
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public Look look(HttpServletRequest request) {
        return new Look(pages.locale(request, null), pages.theme(request, null));
    }

    @Override
    public Page render(String template, Look look, String path, Map<String, ?> model) {
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("ui", pages.forEveryone(look, path));
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template + ".jte", parameters, output);
        byte[] html = output.toByteArray();
        return new Page(html, gzip(html), "W/\"" + digest(html) + "\"");
    }

    // The tag is weak because one tag stands for both the plain and the compressed form.
    @Override
    public ResponseEntity<byte[]> send(Page page, HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean compress = accepted != null && accepted.contains("gzip");
        var answer = ResponseEntity.ok()
                .contentType(HTML)
                .eTag(page.etag())
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
        if (compress) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(compress ? page.gzipped() : page.html());
    }

    private static byte[] gzip(byte[] html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(html.length / 3);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(html);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] html) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(html);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
