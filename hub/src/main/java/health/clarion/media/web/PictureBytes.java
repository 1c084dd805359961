package health.clarion.media.web;

import health.clarion.media.Media;
import health.clarion.media.Rendition;
import health.clarion.people.MemberAuthentication;
import health.clarion.people.Scope;
import health.clarion.ui.Problem;
import health.clarion.ui.PublicPath;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/**
 * The bytes of pictures. Everybody sees those that belong to something published; the others are for whoever is signed
 * in. What lies under a hash never changes, so browsers keep it for good.
 */
@Controller
class PictureBytes {

    private static final String ADDRESS = "/media/{sha256:[0-9a-f]{64}}";

    private final Media media;

    PictureBytes(Media media) {
        this.media = media;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> bytes(@PathVariable String sha256, @Nullable Authentication who, WebRequest request)
            throws IOException {
        boolean open = media.isOpen(sha256);
        if (!open && !reads(who)) {
            throw none();
        }
        Rendition about = media.about(sha256).orElseThrow(PictureBytes::none);
        CacheControl kept = CacheControl.maxAge(Duration.ofDays(365)).immutable();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(open ? kept.cachePublic() : kept.cachePrivate())
                .eTag('"' + sha256 + '"')
                .contentType(MediaType.parseMediaType(about.mime()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline");
        return ('"' + sha256 + '"').equals(request.getHeader("If-None-Match"))
                ? answer.build()
                : answer.body(media.bytes(sha256));
    }

    private static boolean reads(@Nullable Authentication who) {
        return who instanceof MemberAuthentication member && member.may(Scope.READ);
    }

    // To somebody who may not see it, a picture is the same as none.
    private static Problem none() {
        return Problem.notFound("media.no-such-picture");
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        PublicPath picturesOpenToAll() {
            return new PublicPath(ADDRESS);
        }
    }
}
