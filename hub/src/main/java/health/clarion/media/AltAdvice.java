package health.clarion.media;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import java.util.Locale;

/** What the safeguards say about a picture's description. */
public final class AltAdvice {

    private AltAdvice() {}

    /** Advice on the description of this picture, in the reader's language; empty when it is good. */
    public static List<Finding> on(MediaItem item, Locale reader) {
        Draft draft = Draft.of("").withPictures(List.of(new Picture(item.name(), item.alt())));
        return Safeguards.standard(Effort.RULES)
                .check(draft, Knowledge.empty(), reader)
                .of(Category.ACCESS);
    }
}
