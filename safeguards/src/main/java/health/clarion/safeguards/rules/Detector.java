package health.clarion.safeguards.rules;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;

/** Code that finds what phrases can't, such as a check digit. Stateless; spans are inside the passage. */
@FunctionalInterface
public interface Detector {
    /** Tells every hit in a draft. */
    void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits);
}
