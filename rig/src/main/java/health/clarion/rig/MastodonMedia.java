package health.clarion.rig;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import tools.jackson.databind.node.ObjectNode;

/** Pictures that were uploaded. */
final class MastodonMedia {

    static final int LONGEST_DESCRIPTION = 1_500;

    private final MastodonStandIn server;
    private final Map<String, Medium> media = new ConcurrentHashMap<>();

    /** A picture; {@code looks} is how often it will still be said to be in the works. */
    record Medium(String id, String owner, String description, int width, int height, AtomicInteger looks) {
        ObjectNode show(boolean done) {
            ObjectNode json = StandIn.JSON
                    .createObjectNode()
                    .put("id", id)
                    .put("type", "image")
                    .put("description", description);
            if (!done) {
                return json.putNull("url");
            }
            json.put("url", "https://files.example/" + id);
            json.putObject("meta").putObject("original").put("width", width).put("height", height);
            return json;
        }
    }

    MastodonMedia(MastodonStandIn server) {
        this.server = server;
    }

    Answer upload(Request request, MastodonStandIn.Account account) throws Refusal {
        Multipart form = Multipart.read(request, "file", "thumbnail", "description", "focus");
        Multipart.Field file = form.field("file").orElseThrow(() -> refused("File can't be blank"));
        if (file.fileName().isEmpty()) {
            throw refused("File has no name");
        }
        String description =
                form.field("description").map(Multipart.Field::text).orElse("");
        if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
            throw refused("Description is too long (maximum is 1500 characters)");
        }
        BufferedImage image = read(file);
        int looks = request.path().startsWith("/api/v2") ? server.habits().mediaLooks() : 0;
        Medium medium = new Medium(
                server.nextId(),
                account.id(),
                description,
                image.getWidth(),
                image.getHeight(),
                new AtomicInteger(looks));
        media.put(medium.id(), medium);
        return Answer.json(looks > 0 ? 202 : 200, medium.show(looks == 0));
    }

    private static BufferedImage read(Multipart.Field file) throws Refusal {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.bytes()));
            if (image != null) {
                return image;
            }
        } catch (IOException unreadable) {
            // Refused just below, like any file that is no picture.
        }
        throw refused("File content type is invalid");
    }

    Answer look(Request request, MastodonStandIn.Account account) throws Refusal {
        Medium medium = owned(request.pieces().getLast(), account);
        boolean done = medium.looks().getAndUpdate(left -> Math.max(0, left - 1)) == 0;
        return Answer.json(done ? 200 : 206, medium.show(done));
    }

    /** A picture that may be put into a status of this account now. */
    Medium ready(String id, MastodonStandIn.Account account) throws Refusal {
        Medium medium = media.get(id);
        if (medium == null || !medium.owner().equals(account.id())) {
            throw refused("Media attachments not found");
        }
        if (medium.looks().get() > 0) {
            throw new Refusal(422, "", "Cannot attach files that have not finished processing. Try again in a moment!");
        }
        return medium;
    }

    private Medium owned(String id, MastodonStandIn.Account account) throws Refusal {
        Medium medium = media.get(id);
        if (medium == null || !medium.owner().equals(account.id())) {
            throw new Refusal(404, "", "Record not found");
        }
        return medium;
    }

    private static Refusal refused(String why) {
        return new Refusal(422, "", "Validation failed: " + why);
    }
}
