package health.clarion.networks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** All dated facts, read once from {@code capabilities.tsv}: a tab-separated table with a heading, {@code #} for comments. */
record Facts(List<Fact> all) {
    private static final int COLUMNS = 7;

    static final Facts ALL = read();

    Facts of(Network network) {
        return new Facts(all.stream().filter(fact -> fact.network() == network).toList());
    }

    List<Fact> named(String key) {
        return all.stream().filter(fact -> fact.key().equals(key)).toList();
    }

    Optional<Fact> first(String key) {
        return all.stream().filter(fact -> fact.key().equals(key)).findFirst();
    }

    OptionalInt number(String key) {
        return first(key)
                .map(fact -> OptionalInt.of(Math.toIntExact(fact.number())))
                .orElse(OptionalInt.empty());
    }

    OptionalLong size(String key) {
        return first(key).map(fact -> OptionalLong.of(fact.number())).orElse(OptionalLong.empty());
    }

    double ratio(String key) {
        return first(key).map(fact -> Double.parseDouble(fact.value())).orElse(0d);
    }

    boolean yes(String key) {
        return first(key).map(Fact::yes).orElse(false);
    }

    private static Facts read() {
        try (InputStream in = Facts.class.getResourceAsStream("capabilities.tsv")) {
            if (in == null) {
                throw new IllegalStateException("capabilities.tsv is missing from the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Fact> facts = new ArrayList<>();
            boolean heading = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (heading) {
                    heading = false;
                    continue;
                }
                facts.add(fact(line));
            }
            return new Facts(List.copyOf(facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact fact(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "capabilities.tsv: expected " + COLUMNS + " columns, found " + cells.length + ": " + line);
        }
        return new Fact(
                Network.of(cells[0]),
                cells[1],
                cells[2],
                cells[3],
                cells[6],
                YearMonth.parse(cells[4]),
                Fact.Mark.of(cells[5]));
    }
}
