package health.clarion.evaluation;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.privacy.names.Lessons;
import health.clarion.safeguards.privacy.names.NameModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractDataIndexer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;

/**
 * {@code clarion train names --data DIR [--out FILE]}: trains the model that finds people's names, with OpenNLP's quasi-Newton trainer
 * (L-BFGS with L1 and L2 regularisation), on one thread and without chance, so that the same data give the same file to the byte.
 *
 * <p>It learns from text written for Clarion ({@link NameTexts}) and from data whose terms let a model be shipped: WNUT-17 (CC BY 4.0),
 * ASQ-PHI (MIT) and Presidio's synthetic set (MIT, its names replaced by ours), each only its part to tune on.
 */
public final class TrainNames {
    /** Rounds of L-BFGS. */
    private static final int ROUNDS = 80;

    /** How many earlier steps L-BFGS remembers. */
    private static final int MEMORY = 15;

    private static final double L1 = 0.2;
    private static final double L2 = 0.5;

    /** A feature that is seen fewer times says more of its text than of names. */
    private static final int FEWEST = 2;

    /** Weights are kept in steps of a 127th of the greatest. */
    private static final int STEPS = 127;

    private static final Usage USAGE = Usage.of(
                    "clarion train names [--data DIR] [--out FILE], or words|places|lists DIR")
            .withOptions("--data", "--out")
            .withWords(1);

    private TrainNames() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(USAGE.run(arguments, TrainNames::run));
    }

    private static int run(Usage.Told told) throws IOException, Usage.Misuse {
        if (!told.words().equals(List.of("names"))) {
            throw new Usage.Misuse("What to train?");
        }
        Path home = Path.of(System.getProperty("clarion.home", "."))
                .toAbsolutePath()
                .normalize();
        Path data = told.folder("--data", home.resolveSibling("shared/data/open"));
        Path out = told.place(
                "--out", home.resolve("safeguards/src/main/resources/health/clarion/safeguards/names/model.bin"));
        System.err.println(train(NameLessons.of(data), out) + " features in " + out);
        return 0;
    }

    /**
     * A text to learn from.
     *
     * @param people where people's names are, in code points
     * @param others where names of other things are
     */
    record Text(String text, List<Span> people, List<Span> others) {}

    /** Trains a model on texts, writes it down and tells how many features it has. */
    static int train(List<Text> texts, Path out) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ROUNDS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, FEWEST);
        parameters.put(QNTrainer.THREADS_PARAM, 1);
        parameters.put(QNTrainer.M_PARAM, MEMORY);
        parameters.put(QNTrainer.L1COST_PARAM, L1);
        parameters.put(QNTrainer.L2COST_PARAM, L2);
        parameters.put(AbstractDataIndexer.SORT_PARAM, true);
        DataIndexer indexer = new OnePassDataIndexer();
        indexer.init(parameters, new HashMap<>());
        indexer.index(new Lessoned(texts));
        QNTrainer trainer = new QNTrainer();
        trainer.init(parameters, new HashMap<>());
        return write((AbstractModel) trainer.doTrain(indexer), out);
    }

    /** Trains a model to measure with, of which nothing stays. */
    static NameModel inMemory(List<Text> texts) {
        try {
            Path file = Files.createTempFile("fitted", ".bin");
            try {
                train(texts, file);
                try (InputStream in = Files.newInputStream(file)) {
                    return NameModel.read(in);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int write(AbstractModel model, Path out) throws IOException {
        Object[] parts = model.getDataStructures();
        TreeMap<Integer, double[]> weights = new TreeMap<>();
        double most = 0;
        for (Map.Entry<?, ?> predicate : ((Map<?, ?>) parts[1]).entrySet()) {
            double[] row = new double[NameModel.LABELS];
            Context context = (Context) predicate.getValue();
            for (int i = 0; i < context.getOutcomes().length; i++) {
                double weight = context.getParameters()[i];
                row[Integer.parseInt(model.getOutcome(context.getOutcomes()[i]))] = weight;
                most = Math.max(most, Math.abs(weight));
            }
            weights.put(Integer.parseInt(String.valueOf(predicate.getKey())), row);
        }
        return save(weights, (float) (most / STEPS), out);
    }

    private static int save(TreeMap<Integer, double[]> weights, float scale, Path out) throws IOException {
        weights.values().removeIf(row -> !says(row, scale));
        int[] hashes = new int[weights.size()];
        byte[] steps = new byte[hashes.length * NameModel.LABELS];
        int at = 0;
        for (Map.Entry<Integer, double[]> feature : weights.entrySet()) {
            hashes[at] = feature.getKey();
            for (int label = 0; label < NameModel.LABELS; label++) {
                steps[at * NameModel.LABELS + label] = (byte) Math.round(feature.getValue()[label] / scale);
            }
            at++;
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            NameModel.write(file, hashes, steps, scale);
        }
        return hashes.length;
    }

    private static boolean says(double[] row, float scale) {
        for (double weight : row) {
            if (Math.round(weight / scale) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The lessons of all texts as OpenNLP's events. Features are many times the same, so each has one string. */
    private static final class Lessoned implements ObjectStream<Event> {
        private final List<Text> texts;
        private final Map<Integer, String> names = new HashMap<>();
        private Iterator<Text> rest;
        private final List<Event> ready = new ArrayList<>();
        private int given;

        Lessoned(List<Text> texts) {
            this.texts = texts;
            this.rest = texts.iterator();
        }

        @Override
        public @Nullable Event read() {
            while (given == ready.size()) {
                if (!rest.hasNext()) {
                    return null;
                }
                ready.clear();
                given = 0;
                Text text = rest.next();
                Lessons.of(text.text(), text.people(), text.others(), this::add);
            }
            return ready.get(given++);
        }

        private void add(int label, int[] features) {
            String[] context = new String[features.length];
            for (int i = 0; i < context.length; i++) {
                context[i] = names.computeIfAbsent(features[i], String::valueOf);
            }
            ready.add(new Event(String.valueOf(label), context));
        }

        @Override
        public void reset() {
            rest = texts.iterator();
            ready.clear();
            given = 0;
        }
    }
}
