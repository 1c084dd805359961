package health.clarion;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import health.clarion.rig.BlueskyServer;
import health.clarion.rig.Parts;
import health.clarion.rig.Unavailable;

/** Networks' own servers, for tests. */
public final class RealNetworks {

    private RealNetworks() {}

    /** A fresh Bluesky server; without one the test is skipped by its name, and fails in CI. */
    public static BlueskyServer bluesky() {
        try {
            return BlueskyServer.start();
        } catch (Unavailable missing) {
            return Parts.required() ? fail(missing.getMessage()) : abort(missing.getMessage());
        }
    }
}
