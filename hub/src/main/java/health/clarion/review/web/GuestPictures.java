package health.clarion.review.web;

import health.clarion.media.Media;
import health.clarion.media.MediaItem;
import health.clarion.review.Guests;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.ui.Problem;
import health.clarion.ui.PublicPath;
import java.io.IOException;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of the one post that a guest was asked to sign, for as long as their link opens. */
@Controller
class GuestPictures {

    private final Guests guests;
    private final Review review;
    private final ReviewViews views;
    private final Media media;

    GuestPictures(Guests guests, Review review, ReviewViews views, Media media) {
        this.guests = guests;
        this.review = review;
        this.views = views;
        this.media = media;
    }

    @GetMapping("/sign/{token}/picture/{id}")
    ResponseEntity<byte[]> picture(@PathVariable String token, @PathVariable UUID id) throws IOException {
        Request request = guests.byToken(token)
                .flatMap(guest -> review.find(guest.submission()))
                .filter(found -> found.state() == Request.State.WAITING)
                .orElseThrow(() -> Problem.gone("review.link-gone"));
        MediaItem item = views.content(request.post(), request.revision()).media().stream()
                .filter(shown -> shown.media().equals(id))
                .findFirst()
                .flatMap(shown -> media.find(id))
                .orElseThrow(() -> Problem.notFound("media.no-such-picture"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(item.mime()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(media.bytes(item.sha256()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        PublicPath guestPicturesOfTheirPost() {
            return new PublicPath("/sign/{token}/picture/{id}");
        }
    }
}
