package health.clarion.networks;

/**
 * The most a network takes in one field, in one unit. A field may have several limits; all hold at once.
 *
 * @param field where it holds
 * @param max the largest accepted number of {@code unit}s
 * @param unit what is counted
 * @param linkCost what one link costs in {@code unit}s; 0 where a link counts as it is written
 */
public record TextLimit(Field field, int max, Unit unit, int linkCost) {
    public TextLimit {
        if (max < 0 || linkCost < 0) {
            throw new IllegalArgumentException("A limit can't be negative: " + max + ", " + linkCost);
        }
    }
}
