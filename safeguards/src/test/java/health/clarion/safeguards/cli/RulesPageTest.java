package health.clarion.safeguards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of rules is the rule files' own words. Run with {@code -Drules.write=true} to write it anew. */
class RulesPageTest {
    private final Path page = Path.of(System.getProperty("clarion.root", ".."), "docs", "rules.md");

    @Test
    void thePageOfRulesIsUpToDate() throws IOException {
        if (Boolean.getBoolean("rules.write")) {
            RulesPage.main(new String[] {page.toString()});
        }
        assertThat(page).exists();
        assertThat(Files.readString(page))
                .as("docs/rules.md is out of date: its first paragraph says how to write it anew")
                .isEqualTo(RulesPage.page(RuleBook.standard()));
    }
}
