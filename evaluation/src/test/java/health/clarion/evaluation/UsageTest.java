package health.clarion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Effort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    private static final Usage USAGE = Usage.of("clarion look [WORD] --input FILE [--posts 7] [--effort rules] [--all]")
            .withOptions("--input", "--posts", "--effort", "--data")
            .withFlags("--all")
            .withWords(1);

    @TempDir
    private Path folder;

    private static String refused(Usage.Command command, String... arguments) throws IOException {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = USAGE.run(arguments, new PrintStream(errors, true, StandardCharsets.UTF_8), command);
        assertThat(exit).isEqualTo(2);
        List<String> lines = errors.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).isEqualTo("Usage: " + USAGE.line());
        return lines.getFirst();
    }

    private static String refused(String... arguments) throws IOException {
        return refused(told -> 0, arguments);
    }

    @Test
    void optionsFlagsAndWordsAreReadInAnyOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("posts.jsonl"), "");
        String[] arguments = {
            "--all",
            "--posts",
            "3",
            "word",
            "--effort",
            "names",
            "--input",
            file.toString(),
            "--data",
            folder.toString()
        };
        int exit = USAGE.run(arguments, told -> {
            assertThat(told.has("--all")).isTrue();
            assertThat(told.count("--posts", 7)).isEqualTo(3);
            assertThat(told.words()).containsExactly("word");
            assertThat(told.oneOf("--effort", Effort.values())).containsExactly(Effort.NAMES);
            assertThat(told.file("--input")).isEqualTo(file);
            assertThat(told.folder("--data", file)).isEqualTo(folder);
            return 5;
        });
        assertThat(exit).isEqualTo(5);
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws IOException {
        int exit = USAGE.run(new String[0], told -> {
            assertThat(told.has("--all")).isFalse();
            assertThat(told.count("--posts", 7)).isEqualTo(7);
            assertThat(told.oneOf("--effort", Effort.values())).containsExactly(Effort.values());
            assertThat(told.folder("--data", folder)).isEqualTo(folder);
            assertThat(told.place("--data", folder)).isEqualTo(folder);
            return 0;
        });
        assertThat(exit).isZero();
    }

    @Test
    void anOptionWithoutItsValueIsRefused() throws IOException {
        assertThat(refused("--posts")).isEqualTo("--posts needs a value.");
        assertThat(refused("--posts", "--all")).isEqualTo("--posts needs a value.");
    }

    @Test
    void whatNobodyKnowsIsRefused() throws IOException {
        assertThat(refused("--post", "3")).contains("--post");
        assertThat(refused("one", "two")).contains("two");
    }

    @Test
    void aNumberThatIsNoneIsRefused() throws IOException {
        for (String value : List.of("many", "0", "-1", "1e3", "99999999999", "")) {
            assertThat(refused(told -> told.count("--posts", 7), "--posts", value))
                    .contains("whole number");
        }
    }

    @Test
    void aChoiceThatThereIsNotIsRefused() throws IOException {
        assertThat(refused(told -> told.oneOf("--effort", Effort.values()).size(), "--effort", "great"))
                .contains("RULES, NAMES, MEANING");
    }

    @Test
    void aFileOrFolderThatIsMissingIsRefused() throws IOException {
        Usage.Command reads = told -> told.file("--input").getNameCount();
        assertThat(refused(reads)).isEqualTo("--input is missing.");
        assertThat(refused(reads, "--input", folder.resolve("none").toString())).contains("none");
        assertThat(refused(reads, "--input", folder.toString())).contains("no file");
        assertThat(refused(reads, "--input", "a\0b")).contains("path");
        Path none = folder.resolve("none");
        assertThat(refused(told -> told.folder("--data", none).getNameCount())).contains("no folder");
        assertThat(refused(told -> told.folder().getNameCount())).isEqualTo("A folder is missing.");
    }

    @Test
    void commandsRefuseWhatTheyDoNotKnow() throws IOException {
        assertThat(refused("--help")).contains("--help");
    }
}
