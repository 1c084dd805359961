package health.clarion.networks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All dated facts as a plain-text table, for {@code clarion capabilities}. */
public final class CapabilitiesTable {
    private CapabilitiesTable() {}

    /** Prints the table on standard output, in UTF-8. */
    public static void main(String[] arguments) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(render());
    }

    /** The table: for each network a heading, then one fact a line with value, unit, month, mark and source. */
    public static String render() {
        StringBuilder out = new StringBuilder("What each network accepts. A server's own answer wins over these.\n"
                + "Marks: doc = official documentation, code = read in source, 3p = third party only,"
                + " unverified = nobody checked.\n");
        for (Network network : Network.values()) {
            out.append('\n').append(network.displayName()).append('\n');
            Capabilities.of(network).facts().forEach(fact -> out.append(row(fact)));
        }
        return out.toString();
    }

    private static String row(Fact fact) {
        List<String> cells = List.of(
                padded(fact.key(), 22),
                padded(value(fact), 46),
                fact.date().toString(),
                padded(fact.mark().word(), 10),
                fact.source());
        return "  " + String.join("  ", cells) + "\n";
    }

    private static String value(Fact fact) {
        return fact.unit().equals("yes or no") ? fact.value() : fact.value() + " " + fact.unit();
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(Math.max(0, width - Graphemes.count(words)));
    }
}
