package health.clarion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the documents say is there. */
class DocsTest {

    private static final Path ROOT =
            Path.of(System.getProperty("clarion.root", "..")).toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", "data", ".idea");
    private static final Pattern VERB = Pattern.compile("\\./clarion ([a-z]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z+.-]*:.*|#.*");

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void everyCommandInTheDocumentsIsOneThatHelpExplains() throws Exception {
        Set<String> explained = found(VERB, help());
        Set<String> named = new TreeSet<>();
        for (Path document : documents()) {
            named.addAll(found(VERB, read(document)));
        }
        assertThat(named).contains("run", "test");
        assertThat(explained).containsAll(named);
    }

    @Test
    void everyLinkAndPictureInTheDocumentsLeadsSomewhere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            for (String link : found(LINK, read(document))) {
                boolean there = ELSEWHERE.matcher(link).matches()
                        || Files.exists(document.resolveSibling(link.replaceFirst("#.*", "")));
                if (!there) {
                    missing.add(ROOT.relativize(document) + ": " + link);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDecisionIsInTheirList() throws IOException {
        Path folder = ROOT.resolve("docs/decisions");
        Set<String> listed = found(LINK, read(folder.resolve("README.md")));
        try (Stream<Path> pages = Files.list(folder)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> name.matches("\\d{4}-.*")))
                    .isNotEmpty()
                    .allMatch(listed::contains);
        }
    }

    private static List<Path> documents() throws IOException {
        return ours().stream().filter(file -> file.toString().endsWith(".md")).toList();
    }

    private static List<Path> ours() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(ROOT);
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String help() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", ROOT.resolve("clarion").toString(), "help").start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    // The group when the pattern has one, else all of what was found.
    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
                .forEach(found::add);
        return found;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
