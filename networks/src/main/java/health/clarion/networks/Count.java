package health.clarion.networks;

/**
 * How much of one limit a text uses.
 *
 * @param used how many {@code unit}s the text has
 * @param limit how many the network takes
 * @param unit what was counted
 */
public record Count(int used, int limit, Unit unit) {

    public boolean fits() {
        return used <= limit;
    }

    /** How many units too many; 0 when it fits. */
    public int over() {
        return Math.max(0, used - limit);
    }

    /** How many units are left; 0 when it is full or over. */
    public int left() {
        return Math.max(0, limit - used);
    }
}
