package health.clarion.rig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * Which requests fail, and how: by chance with a seed, or one by one as scripted. Thread-safe; one sequence of chances per
 * object, so that the same order of requests fails in the same way.
 */
public final class Repertoire {

    private final Map<Fault, Double> shares;
    private final SplittableRandom random;
    private final Deque<Fault> scripted = new ArrayDeque<>();
    private final Map<Fault, Integer> played = new EnumMap<>(Fault.class);

    private Repertoire(Map<Fault, Double> shares, long seed) {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 || shares.values().stream().anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("shares are between 0 and 1, and 1 together at most");
        }
        this.shares = new EnumMap<>(Fault.class);
        this.shares.putAll(shares);
        this.random = new SplittableRandom(seed);
    }

    /** Nothing fails. */
    public static Repertoire calm() {
        return new Repertoire(Map.of(), 0);
    }

    /** Each fault happens with its share of all publishing requests, between 0 and 1. */
    public static Repertoire of(Map<Fault, Double> shares, long seed) {
        return new Repertoire(shares, seed);
    }

    /**
     * Written as {@code 500-but-published=0.05,429=0.1}; {@code calm} or nothing for none; {@code all=0.06} for each
     * fault.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static Repertoire parse(String text, long seed) {
        Map<Fault, Double> shares = new EnumMap<>(Fault.class);
        for (String piece : text.isBlank() || text.equals("calm") ? new String[0] : text.split(",")) {
            String[] sides = piece.strip().split("=", 2);
            if (sides.length != 2) {
                throw new IllegalArgumentException("expected fault=share: " + piece);
            }
            double share = Double.parseDouble(sides[1]);
            for (Fault fault : sides[0].equals("all") ? failing() : List.of(Fault.of(sides[0]))) {
                shares.put(fault, share);
            }
        }
        return new Repertoire(shares, seed);
    }

    private static List<Fault> failing() {
        List<Fault> all = new ArrayList<>(List.of(Fault.values()));
        all.remove(Fault.NONE);
        return all;
    }

    /** The next publishing requests fail like this, one each, before chance decides again. */
    public synchronized void next(Fault... faults) {
        scripted.addAll(List.of(faults));
    }

    synchronized Fault draw() {
        Fault fault = scripted.isEmpty() ? chance() : scripted.removeFirst();
        played.merge(fault, 1, Integer::sum);
        return fault;
    }

    private Fault chance() {
        double left = random.nextDouble();
        for (Map.Entry<Fault, Double> share : shares.entrySet()) {
            left -= share.getValue();
            if (left < 0) {
                return share.getKey();
            }
        }
        return Fault.NONE;
    }

    /** How often each happened so far. */
    public synchronized Map<Fault, Integer> played() {
        return Map.copyOf(played);
    }

    @Override
    public synchronized String toString() {
        StringJoiner text = new StringJoiner(", ");
        shares.forEach((fault, share) -> text.add(fault.id() + "=" + share));
        return text.toString();
    }
}
