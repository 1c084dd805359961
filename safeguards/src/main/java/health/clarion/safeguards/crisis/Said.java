package health.clarion.safeguards.crisis;

import health.clarion.safeguards.text.Sentence;

/**
 * A sign as it stands in a passage.
 *
 * @param sign what was said
 * @param sentence where
 * @param from its first word
 * @param to one past its last word
 */
record Said(Sign sign, Sentence sentence, int from, int to) {
    boolean overlaps(Said other) {
        return from < other.to && other.from < to;
    }

    boolean contains(Said other) {
        return from <= other.from && other.to <= to;
    }

    int size() {
        return to - from;
    }
}
