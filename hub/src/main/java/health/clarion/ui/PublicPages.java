package health.clarion.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** Renders pages that are {@link SameForEveryone}, once for many visitors. */
public interface PublicPages {

    /** All that may differ between two visitors of the same page. */
    record Look(Locale language, Theme theme) {}

    /** A rendered page, ready to be sent many times. The arrays are not to be changed. */
    record Page(byte[] html, byte[] gzipped, String etag) {}

    /** What this visitor asks for, by address, by choice on this device, or by their browser's settings. */
    Look look(HttpServletRequest request);

    /**
     * Renders a template of {@code jte/}.
     *
     * @param template such as {@code campaigns/public}
     * @param path this page's own address, for the language links
     * @param model the template's parameters besides {@code ui}
     */
    Page render(String template, Look look, String path, Map<String, ?> model);

    /** The answer with its entity tag, compressed when the visitor's browser takes that. */
    ResponseEntity<byte[]> send(Page page, HttpServletRequest request);
}
