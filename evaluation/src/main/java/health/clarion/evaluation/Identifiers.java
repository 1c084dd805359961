package health.clarion.evaluation;

import health.clarion.safeguards.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Numbers with check digits: every valid one must be told, none with one wrong digit may be told as that number. Beside them Presidio's own
 * test texts with the count it expects; where the safeguards count otherwise the class of disagreement is told on the error stream.
 */
record Identifiers(String name, String folder) implements Task {
    private static final long SEED = 20261125;
    private static final int EACH = 40;

    /** Which rules tell what one of Presidio's recognizers looks for. */
    private static final Map<String, Set<String>> RULES = Map.ofEntries(
            Map.entry("credit_card", Set.of("payment-card")),
            Map.entry("date", Set.of("date", "birth-date")),
            Map.entry("email", Set.of("e-mail")),
            Map.entry("ip", Set.of("ip-address")),
            Map.entry("phone", Set.of("phone")),
            Map.entry("uk_driving_licence", Set.of("driving-licence")),
            Map.entry("uk_nhs", Set.of("nhs-number")),
            Map.entry("uk_nino", Set.of("uk-ni-number")),
            Map.entry("uk_passport", Set.of("licence-number")),
            Map.entry("uk_postcode", Set.of("postcode")),
            Map.entry("uk_vehicle_registration", Set.of("vehicle")),
            Map.entry("url", Set.of("profile-link")),
            Map.entry("us_bank", Set.of("account-number")),
            Map.entry("us_driver_license", Set.of("licence-number")),
            Map.entry("us_itin", Set.of("us-itin")),
            Map.entry("us_mbi", Set.of("us-medicare-number")),
            Map.entry("us_npi", Set.of("us-npi")),
            Map.entry("us_passport", Set.of("licence-number")),
            Map.entry("us_ssn", Set.of("us-ssn")));

    /** Why the safeguards mean to differ. */
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("date", "a date is told only of a person's care or birth"),
            Map.entry("url", "a link is told only when it leads to a person"),
            Map.entry("uk_postcode", "a postcode is told only beside a person or an address"),
            Map.entry("uk_vehicle_registration", "a plate is told only after words for one"),
            Map.entry("uk_passport", "no check digit: told only after words for it"),
            Map.entry("us_passport", "no check digit: told only after words for it"),
            Map.entry("us_npi", "ten bare digits pass the check one time in ten: told only after words for it"),
            Map.entry("us_ssn", "nine bare or oddly grouped digits are told only after words for them"),
            Map.entry("us_itin", "nine bare or oddly grouped digits are told only after words for them"),
            Map.entry("uk_nhs", "ten bare digits are told only after words for them"),
            Map.entry("ip", "loopback, unspecified and multicast addresses are nobody's; five parts are no address"),
            Map.entry("phone", "numbers of other countries are told with their prefix or after words for a phone"));

    @Override
    public List<Figure> measure(Folder folder) {
        List<Double> found = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        Random random = new Random(SEED);
        for (IssuedNumbers kind : IssuedNumbers.ALL) {
            for (int i = 0; i < EACH; i++) {
                String number = kind.make().apply(random);
                boolean told = isTold(kind, number);
                if (!told) {
                    System.err.println("not told: " + kind.name());
                }
                found.add(told ? 1.0 : 0.0);
                for (String wrong : corruptions(number)) {
                    boolean accepted = isTold(kind, wrong);
                    if (accepted) {
                        System.err.println("accepted with a wrong digit: " + kind.name());
                    }
                    refused.add(accepted ? 0.0 : 1.0);
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(this, "valid numbers told, made by a seeded generator", null, measured(found))
                .goal(Goal.atLeast(1)));
        figures.add(Figure.of(this, "numbers with one wrong digit refused", null, measured(refused))
                .goal(Goal.atLeast(1)));
        figures.add(Figure.of(this, "Presidio's test texts with the count it expects", null, vectors(folder)));
        return figures;
    }

    private static Measured measured(List<Double> values) {
        return Measured.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static boolean isTold(IssuedNumbers kind, String number) {
        String text = String.format(java.util.Locale.ROOT, kind.sentence(), number);
        int start = text.indexOf(number);
        return Masked.of(text).findings().stream()
                .anyMatch(finding -> finding.rule().equals(kind.rule())
                        && finding.start() == start
                        && finding.end() == start + number.length());
    }

    /** The number with each digit replaced by each other one. */
    private static List<String> corruptions(String number) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < number.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                if (Character.isDigit(number.charAt(i)) && number.charAt(i) != c) {
                    all.add(number.substring(0, i) + c + number.substring(i + 1));
                }
            }
        }
        return all;
    }

    private static Measured vectors(Folder folder) {
        List<Double> agreed = new ArrayList<>();
        Map<String, Integer> differing = new TreeMap<>();
        for (JsonNode row : folder.rows()) {
            String recognizer = row.get("recognizer").asString();
            Set<String> rules = RULES.getOrDefault(recognizer, Set.of());
            List<Finding> told = Masked.of(row.get("text").asString()).findings().stream()
                    .filter(finding -> rules.contains(finding.rule().substring("privacy/".length())))
                    .toList();
            boolean agrees = told.size() == row.get("expected_len").asInt();
            agreed.add(agrees ? 1.0 : 0.0);
            if (!agrees) {
                differing.merge(recognizer, 1, Integer::sum);
            }
        }
        differing.forEach((recognizer, count) -> System.err.println("differs from Presidio " + count + " times on "
                + recognizer + ": " + WHY.getOrDefault(recognizer, "unexplained")));
        return measured(agreed);
    }
}
