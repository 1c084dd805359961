package health.clarion.posts;

import java.util.List;

/** What became of handing a post to review. */
public sealed interface Submitted {

    /** It waits for its signatures. */
    record Ok(Submission submission) implements Submitted {}

    /** It can't be handed in as it is. Every reason, not only the first. */
    record Refused(List<NetworkFinding> findings, List<Obstacle> obstacles) implements Submitted {
        public Refused {
            findings = List.copyOf(findings);
            obstacles = List.copyOf(obstacles);
        }
    }

    /** Somebody saved meanwhile: look at their words first. */
    record Conflict(Revision theirs, long version) implements Submitted {}
}
