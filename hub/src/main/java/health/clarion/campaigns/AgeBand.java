package health.clarion.campaigns;

/** Age bands as large surveys of network use report them, in whole years, both ends included. */
public enum AgeBand {
    CHILDREN(0, 12),
    TEENS(13, 17),
    YOUNG_ADULTS(18, 29),
    ADULTS(30, 49),
    MIDDLE(50, 64),
    OLDER(65, AgeBand.NO_END);

    /** Stands for "and over". */
    public static final int NO_END = 120;

    private final int from;
    private final int to;

    AgeBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** {@code "18-29"}, {@code "65+"}: the same in every language. */
    public String id() {
        return to == NO_END ? from + "+" : from + "-" + to;
    }

    /** @throws IllegalArgumentException when no band has this id */
    public static AgeBand of(String id) {
        for (AgeBand band : values()) {
            if (band.id().equals(id)) {
                return band;
            }
        }
        throw new IllegalArgumentException("no age band is called " + id);
    }
}
