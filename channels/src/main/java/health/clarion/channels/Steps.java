package health.clarion.channels;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Upload and container handles of a part, kept before the next step is taken, so that a restart goes on from there. */
public interface Steps {

    /** The saved value, or null when this step was not taken yet. */
    @Nullable
    String get(String name);

    /** Keeps the value durably before it returns. Saving again replaces. */
    void save(String name, String value);

    /** Steps that last as long as this object: for tests and for one-off calls. */
    static Steps inMemory() {
        Map<String, String> saved = new ConcurrentHashMap<>();
        return new Steps() {
            @Override
            public @Nullable String get(String name) {
                return saved.get(name);
            }

            @Override
            public void save(String name, String value) {
                saved.put(name, value);
            }
        };
    }
}
