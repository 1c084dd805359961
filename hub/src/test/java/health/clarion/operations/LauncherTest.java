package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher: its search for a JDK, in a tree of pretended ones, and its sum of the tests. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of(System.getProperty("clarion.root", "..")).resolve("clarion").toAbsolutePath();

    @TempDir
    Path machine;

    @Test
    void aJdk25AmongOlderOnesIsFound() throws Exception {
        jdk("jdks/java-17", "17.0.2");
        jdk("jdks/java-21", "21.0.9");
        Path right = jdk("jdks/temurin-25", "25.0.3");
        assertThat(ask(Map.of("CLARION_JDKS", machine.resolve("jdks").toString())))
                .isEqualTo(new Answer(0, right + "\n", ""));
    }

    @Test
    void anOlderJavaHomeIsPassedOver() throws Exception {
        Path older = jdk("older", "17.0.2");
        Path right = jdk("jdks/25", "25");
        Answer answer = ask(Map.of(
                "JAVA_HOME",
                older.toString(),
                "CLARION_JDKS",
                machine.resolve("jdks").toString()));
        assertThat(answer.out()).isEqualTo(right + "\n");
    }

    @Test
    void aJavaWithoutACompilerIsNotAJdk() throws Exception {
        Path runtime = jdk("jdks/25-jre", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(ask(Map.of("CLARION_JDKS", machine.resolve("jdks").toString()))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void withoutOneItSaysExactlyHowToGetIt() throws Exception {
        jdk("jdks/java-21", "21.0.9");
        Answer answer = ask(Map.of("CLARION_JDKS", machine.resolve("jdks").toString()));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains(
                        "no JDK 25 was found",
                        "apt-get install openjdk-25-jdk",
                        "sdk install java 25-tem",
                        "JAVA_HOME");
    }

    @Test
    void helpExplainsEveryVerbWithoutNeedingJava() throws Exception {
        Answer answer = launch(Map.of(), "help");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains(
                        "run",
                        "test",
                        "check",
                        "capabilities",
                        "backup",
                        "restore",
                        "export",
                        "import",
                        "doctor",
                        "audit",
                        "bench",
                        "prove");
    }

    @Test
    void everyClassTheLauncherStartsHasAMainMethod() throws Exception {
        List<String> classes = Pattern.compile("start_class (health\\.\\S+)")
                .matcher(Files.readString(LAUNCHER))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(classes).isNotEmpty();
        for (String name : classes) {
            if (name.startsWith("health.clarion.evaluation.")) { // a module the hub doesn't know
                Path source = LAUNCHER.resolveSibling("evaluation/src/main/java/" + name.replace('.', '/') + ".java");
                assertThat(source).content().contains("static void main(String[]");
            } else {
                assertThat(Class.forName(name).getMethod("main", String[].class))
                        .isNotNull();
            }
        }
    }

    @Test
    void anUnknownVerbIsNamedAndFails() throws Exception {
        Answer answer = launch(Map.of(), "dance");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("'dance' is not something Clarion can do");
    }

    @Test
    void theLastLineSumsAllModulesAndSkippedTestsAreNamed() throws Exception {
        maven("exit 0", report("one", 3, 0, 0, 0, ""), report("two", 4, 0, 0, 1, "no browser"));
        Answer answer = test("false");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Skipped: two.SomeTest.works (no browser)")
                .endsWith("Tests run: 7, Failures: 0, Errors: 0, Skipped: 1\n");
    }

    @Test
    void inCiASkippedTestIsAFailure() throws Exception {
        maven("exit 0", report("one", 3, 0, 0, 1, "no compiler"));
        Answer answer = test("true");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).endsWith("Tests run: 3, Failures: 0, Errors: 0, Skipped: 1\n");
    }

    @Test
    void failuresABrokenBuildAndNoTestsAtAllEachFail() throws Exception {
        maven("exit 1", report("one", 3, 1, 1, 0, ""));
        assertThat(test("false").out()).endsWith("Tests run: 3, Failures: 1, Errors: 1, Skipped: 0\n");
        assertThat(test("false").code()).isEqualTo(1);

        maven("exit 1", report("one", 3, 0, 0, 0, ""));
        assertThat(test("false").out()).contains("The build failed, not a test");
        assertThat(test("false").code()).isEqualTo(1);

        maven("exit 0");
        assertThat(test("false").out()).contains("No test was run.");
        assertThat(test("false").code()).isEqualTo(1);
    }

    @Test
    void reportsOfAnEarlierRunDoNotCount() throws Exception {
        maven("exit 0", report("one", 3, 0, 0, 0, ""));
        assertThat(test("false").out()).endsWith("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0\n");
        maven("exit 0", report("two", 1, 0, 0, 0, ""));
        assertThat(test("false").out()).endsWith("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0\n");
    }

    private record Report(String module, String xml) {}

    private static Report report(String module, int tests, int failures, int errors, int skipped, String why) {
        return new Report(module, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite version="3.0.2" name="%s.SomeTest" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d">
                  <testcase name="works" classname="%s.SomeTest" time="0.1">
                %s
                  </testcase>
                </testsuite>
                """.formatted(
                        module,
                        tests,
                        errors,
                        skipped,
                        failures,
                        module,
                        skipped > 0 ? "    <skipped message=\"" + why + "\"/>" : ""));
    }

    /** A Maven that leaves these reports and ends like this, in a clone that holds the launcher alone. */
    private void maven(String end, Report... reports) throws IOException {
        Path clone = Files.createDirectories(machine.resolve("clone"));
        Files.copy(LAUNCHER, clone.resolve("clarion"), StandardCopyOption.REPLACE_EXISTING);
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        for (Report report : reports) {
            Path folder = clone.resolve(report.module()).resolve("target/surefire-reports");
            Path kept = Files.writeString(machine.resolve(report.module() + ".xml"), report.xml());
            script.append("mkdir -p '%s'; cp '%s' '%s/TEST-a.xml'\n".formatted(folder, kept, folder));
        }
        pathWithoutJava();
        program(machine.resolve("bin/mvn"), script + end + "\n");
        for (String command : new String[] {"chromium", "g++", "make", "python3"}) {
            program(machine.resolve("bin").resolve(command), "#!/bin/sh\n");
        }
        jdk("jdks/25", "25");
    }

    private Answer test(String ci) throws IOException, InterruptedException {
        return launch(
                machine.resolve("clone/clarion"),
                Map.of("CLARION_JDKS", machine.resolve("jdks").toString(), "CI", ci),
                "test");
    }

    private record Answer(int code, String out, String err) {}

    private Answer ask(Map<String, String> environment) throws IOException, InterruptedException {
        return launch(environment, "java");
    }

    private Answer launch(Map<String, String> environment, String verb) throws IOException, InterruptedException {
        return launch(LAUNCHER, environment, verb);
    }

    private Answer launch(Path launcher, Map<String, String> environment, String verb)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), verb);
        builder.environment().clear();
        builder.environment().put("PATH", pathWithoutJava());
        builder.environment().put("HOME", machine.toString());
        builder.environment().putAll(environment);
        Path err = machine.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), out, Files.readString(err));
    }

    // A folder with the few commands the search needs, so that this machine's own java stays out of it.
    private String pathWithoutJava() throws IOException {
        Path bin = Files.createDirectories(machine.resolve("bin"));
        for (String command :
                new String[] {"sed", "head", "dirname", "cat", "find", "sort", "rm", "awk", "tail", "mkdir", "cp"}) {
            for (String folder : new String[] {"/bin", "/usr/bin"}) {
                Path real = Path.of(folder, command);
                if (Files.exists(real) && !Files.exists(bin.resolve(command))) {
                    program(bin.resolve(command), "#!/bin/sh\nexec " + real + " \"$@\"\n");
                }
            }
        }
        return bin.toString();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = machine.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String command : new String[] {"java", "javac"}) {
            program(home.resolve("bin").resolve(command), "#!/bin/sh\n");
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Pretended\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
