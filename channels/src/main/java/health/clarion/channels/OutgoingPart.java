package health.clarion.channels;

import java.util.List;

/** One part of a post: its words and its pictures, in the order they are shown. */
public record OutgoingPart(String text, List<Picture> pictures) {

    public OutgoingPart {
        pictures = List.copyOf(pictures);
    }
}
