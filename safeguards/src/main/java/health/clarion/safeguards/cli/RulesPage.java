package health.clarion.safeguards.cli;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.claims.ClaimLibrary;
import health.clarion.safeguards.rules.Rule;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.rules.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/rules.md}: what is looked for, why, and an example each way, straight from the rule files. */
public final class RulesPage {
    private static final String HEAD = """
            # What the safeguards look for

            Written from the rule files in `safeguards/src/main/resources/health/clarion/safeguards/rules`; change those, then run
            `./clarion test -pl safeguards -am -Dtest=RulesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Drules.write=true` to write this page anew.

            A rule that *blocks* keeps a post from being submitted; where a person may go on with a reason, it says so. One that *warns* should be
            heeded; a *note* is good to know. Members' own words are only looked at for privacy and crisis.

            To add a rule on words: one entry in a rule file, with examples both ways and its `message` (and `do`) in English, Spanish and Catalan.
            """;

    private static final String SOURCES = """

            ## Sources

            Opened: the page, or a word-for-word copy of it, was read on that day and says what the rule says.

            """;

    private static final String CLAIMS = """

            ## Checked claims that come with Clarion

            """;

    private RulesPage() {}

    /** Writes the page to the file named by the only argument. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), page(RuleBook.standard()));
    }

    /** The page for a book of rules. */
    static String page(RuleBook book) {
        Wording wording = new Wording(book);
        StringBuilder page = new StringBuilder(HEAD);
        for (Category category : Category.values()) {
            List<Rule> rules = book.all().stream()
                    .filter(rule -> rule.category() == category)
                    .toList();
            page.append("\n## ")
                    .append(category.id())
                    .append(" (")
                    .append(rules.size())
                    .append(")\n");
            rules.forEach(rule -> page.append('\n').append(section(rule, wording)));
        }
        sources(page, book);
        claims(page);
        return page.toString();
    }

    private static void sources(StringBuilder page, RuleBook book) {
        page.append(SOURCES);
        book.sources().stream().filter(source -> source.seen() != null).forEach(source -> page.append("- ")
                .append(source.cite())
                .append(" (opened ")
                .append(source.seen())
                .append(")\n"));
        page.append("\nNamed from memory, from other lists, or from the law; still to be opened:\n\n");
        book.sources().stream()
                .filter(source -> source.seen() == null)
                .forEach(source -> page.append("- ").append(source.cite()).append('\n'));
    }

    private static void claims(StringBuilder page) {
        page.append(CLAIMS);
        ClaimLibrary.checks().stream()
                .filter(check -> check.lang().equals("en"))
                .forEach(check -> page.append("- ")
                        .append(check.claim())
                        .append(" *")
                        .append(check.verdict())
                        .append("*: ")
                        .append(check.publisher())
                        .append(", ")
                        .append(check.source())
                        .append(" (opened ")
                        .append(check.date())
                        .append(")\n"));
    }

    private static String section(Rule rule, Wording wording) {
        StringBuilder section = new StringBuilder("### `" + rule.id() + "`\n\n");
        section.append(wording.of(Locale.ENGLISH, rule.id(), List.of("…", "…", "…", "…", "…")))
                .append("\n\n");
        section.append("- ")
                .append(weight(rule))
                .append("; since ")
                .append(rule.since())
                .append('\n');
        section.append("- Source: ").append(rule.source()).append('\n');
        if (!rule.terms().isEmpty()) {
            section.append("- Languages: ").append(languages(rule)).append('\n');
        }
        example(section, "Fires", rule.fires());
        example(section, "Silent", rule.silent());
        return section.toString();
    }

    private static String weight(Rule rule) {
        String weight =
                switch (rule.severity()) {
                    case BLOCK -> rule.overridable() ? "Blocks, unless a person gives a reason" : "Blocks";
                    case WARN -> "Warns";
                    case NOTE -> "Notes";
                };
        String level = rule.level() > 0 ? "; crisis level " + rule.level() : "";
        return weight + level + (rule.topic() == null ? "" : "; topic " + rule.topic());
    }

    private static String languages(Rule rule) {
        return rule.terms().stream().map(Rule.Term::lang).distinct().collect(Collectors.joining(", "));
    }

    private static void example(StringBuilder section, String label, List<Draft> drafts) {
        drafts.stream().filter(draft -> !draft.text().isBlank()).findFirst().ifPresent(draft -> section.append("- ")
                .append(label)
                .append(": ")
                .append(shortened(draft.text()))
                .append('\n'));
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }
}
