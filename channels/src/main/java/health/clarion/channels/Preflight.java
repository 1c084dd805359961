package health.clarion.channels;

import java.util.List;

/** Whether a post can be sent as it is. */
public sealed interface Preflight {

    /** The parts, rendered, in order. */
    record Ready(List<Part> parts) implements Preflight {
        public Ready {
            parts = List.copyOf(parts);
        }
    }

    /** The network would refuse or cut it; every reason, not only the first. */
    record NotPossible(List<Reason> reasons) implements Preflight {
        public NotPossible {
            reasons = List.copyOf(reasons);
        }
    }
}
