package health.clarion.media.web;

import health.clarion.media.Focal;
import health.clarion.media.Media;
import health.clarion.media.MediaItem;
import health.clarion.media.Rendition;
import health.clarion.people.Member;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pictures for programs. */
@RestController
@RequestMapping("/api/v1/media")
@PreAuthorize(MediaPages.STAFF)
class MediaApi {

    private final Media media;

    MediaApi(Media media) {
        this.media = media;
    }

    /** A picture as programs see it; {@code moved} when the file moved and only its first frame was kept. */
    record View(
            UUID id,
            String name,
            String mime,
            int width,
            int height,
            String sha256,
            String href,
            String alt,
            Focal focal,
            boolean moved,
            Instant uploadedAt) {

        static View of(MediaItem item) {
            return new View(
                    item.id(),
                    item.name(),
                    item.mime(),
                    item.width(),
                    item.height(),
                    item.sha256(),
                    item.href(),
                    item.alt(),
                    item.focal(),
                    item.stilled(),
                    item.uploadedAt());
        }
    }

    /** A fitted picture and where its bytes are. */
    record Fitted(String sha256, String mime, int width, int height, String href) {}

    /** What to change; what is absent stays. */
    record Change(@Nullable String alt, @Nullable Focal focal) {}

    /** Newest first; go on with {@code before} set to the last one's {@code uploadedAt}. */
    @ApiCall("Lists pictures, the newest first.")
    @GetMapping
    List<View> newest(@RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "24") int limit) {
        return media.newest(MediaPages.instant(before), limit).stream()
                .map(View::of)
                .toList();
    }

    @ApiCall("Shows a picture.")
    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        return View.of(find(id));
    }

    /** Takes a picture in: 201 for a new one, 200 for one that looks the same as one we have. */
    @ApiCall(
            value = "Takes a picture in; 200 when we have one that looks the same.",
            answers = {
                @ApiCall.Answer(status = 200, body = View.class),
                @ApiCall.Answer(status = 201, body = View.class)
            })
    @PostMapping
    ResponseEntity<View> upload(
            @RequestParam("file") MultipartFile file, @RequestParam(required = false) @Nullable String alt, Member me)
            throws IOException {
        try (var content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            Media.Received received = media.receive(content, name == null ? "" : name, me);
            MediaItem item = received.item();
            if (alt != null && !item.described()) {
                item = media.describe(item.id(), alt, item.focal(), me);
            }
            return ResponseEntity.status(received.already() ? HttpStatus.OK : HttpStatus.CREATED)
                    .location(URI.create("/api/v1/media/" + item.id()))
                    .body(View.of(item));
        }
    }

    @ApiCall("Changes a picture’s description or its focal point.")
    @PatchMapping("/{id}")
    View change(@PathVariable UUID id, @RequestBody Change change, Member me) {
        MediaItem item = find(id);
        return View.of(media.describe(
                id,
                change.alt() == null ? item.alt() : change.alt(),
                change.focal() == null ? item.focal() : change.focal(),
                me));
    }

    /** The picture as a network takes it, by our dated figures. */
    @ApiCall("Fits a picture for a network.")
    @GetMapping("/{id}/renditions/{network}")
    Fitted rendition(@PathVariable UUID id, @PathVariable String network) {
        Rendition fitted = media.rendition(id, MediaPages.network(network));
        return new Fitted(fitted.sha256(), fitted.mime(), fitted.width(), fitted.height(), "/media/" + fitted.sha256());
    }

    private MediaItem find(UUID id) {
        return media.find(id).orElseThrow(() -> Problem.notFound("media.no-such-picture"));
    }
}
