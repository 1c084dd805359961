package health.clarion.safeguards.access;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Recording;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Whether videos and sounds can be followed without hearing or sight, and harm nobody. */
final class Recordings {
    /** WCAG 2.2, success criterion 2.3.1: no more than three flashes in any one second. */
    private static final double MOST_FLASHES = 3;

    private static final Span NOWHERE = new Span(0, 0);

    private Recordings() {}

    static void look(Draft draft, Consumer<Hit> hits) {
        List<Recording> recordings = draft.recordings();
        for (int i = 0; i < recordings.size(); i++) {
            Recording recording = recordings.get(i);
            String at = String.valueOf(i + 1);
            switch (recording.kind()) {
                case VIDEO -> video(recording, at, hits);
                case AUDIO -> {
                    if (recording.spoken() && !recording.transcript()) {
                        hits.accept(Hit.of("access/transcript-missing", NOWHERE, at));
                    }
                }
            }
        }
    }

    private static void video(Recording video, String at, Consumer<Hit> hits) {
        if (video.spoken() && !video.captions()) {
            hits.accept(Hit.of("access/captions-missing", NOWHERE, at));
        }
        if (!video.transcript()) {
            hits.accept(Hit.of("access/video-described", NOWHERE, at));
        }
        double flashes = video.flashes().orElse(0);
        if (flashes > MOST_FLASHES) {
            hits.accept(Hit.of("access/flashing", NOWHERE, at, String.format(Locale.ROOT, "%.0f", flashes)));
        }
    }
}
