package health.clarion.safeguards.text;

/**
 * The steps of a tree: a node and a sign (a letter, a word's number) lead to the next node. All stand in one open table, so that a step
 * touches one place in memory however large the tree is. Filled first; after that it is only read, by any number of threads.
 */
public final class Steps {
    /** The node to begin at. */
    public static final int ROOT = 1;

    /** Nodes are less than this; the bits from it on may be set to say something of a node. */
    public static final int FIRST_FREE_BIT = 1 << 28;

    private long[] steps = new long[1 << 8];
    private int[] nexts = new int[steps.length];
    private int nodes = ROOT;

    /** The node that a sign leads to, with the bits that were set on it; 0 when there is none. */
    public int next(int node, int sign) {
        return nexts[place(step(node, sign))];
    }

    /** The same, made when there is none. */
    public int grow(int node, int sign) {
        long step = step(node, sign);
        int at = place(step);
        if (steps[at] == 0) {
            if (++nodes * 2 > steps.length) {
                widen();
                at = place(step);
            }
            steps[at] = step;
            nexts[at] = nodes;
        }
        return nexts[at];
    }

    /** Sets bits on the node that a sign leads to. */
    public void mark(int node, int sign, int bits) {
        nexts[place(step(node, sign))] |= bits;
    }

    private static long step(int node, int sign) {
        return (long) (node & FIRST_FREE_BIT - 1) << Integer.SIZE | sign;
    }

    /** Where a step stands in the table, or the free place where it would. */
    private int place(long step) {
        int at = (int) (step * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(steps.length) + 1);
        while (steps[at] != 0 && steps[at] != step) {
            at = at + 1 & steps.length - 1;
        }
        return at;
    }

    private void widen() {
        long[] oldSteps = steps;
        int[] oldNexts = nexts;
        steps = new long[oldSteps.length * 2];
        nexts = new int[steps.length];
        for (int i = 0; i < oldSteps.length; i++) {
            if (oldSteps[i] != 0) {
                int at = place(oldSteps[i]);
                steps[at] = oldSteps[i];
                nexts[at] = oldNexts[i];
            }
        }
    }
}
