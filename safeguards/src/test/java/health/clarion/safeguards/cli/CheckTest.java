package health.clarion.safeguards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Effort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {
    private final JsonMapper json = JsonMapper.builder().build();

    private record Ran(int exit, List<String> out, List<String> errors) {}

    private static Ran run(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        byte[] in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        int exit = new Check()
                .run(new ByteArrayInputStream(in), out, new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Ran(
                exit,
                out.toString(StandardCharsets.UTF_8).lines().toList(),
                errors.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void aDraftBecomesAReportInTheAgreedForm() throws IOException {
        Ran ran = run("{\"id\":\"a\",\"text\":\"He committed suicide. 💙 Write to ana@example.org\"}");
        assertThat(ran.exit()).isZero();
        assertThat(ran.errors()).isEmpty();
        JsonNode report = json.readTree(ran.out().getFirst());
        assertThat(report.propertyNames()).containsExactly("id", "findings", "crisis", "reading", "checkworthy");
        assertThat(report.get("id").stringValue()).isEqualTo("a");
        JsonNode words = report.get("findings").get(0);
        assertThat(words.get("rule").stringValue()).isEqualTo("language/suicide-crime");
        assertThat(words.get("category").stringValue()).isEqualTo("language");
        assertThat(words.get("severity").stringValue()).isEqualTo("warn");
        assertThat(words.get("start").intValue()).isEqualTo(3);
        assertThat(words.get("end").intValue()).isEqualTo(20);
        assertThat(words.get("suggestion").stringValue()).contains("died by suicide");
        JsonNode mail = report.get("findings").get(1);
        assertThat(mail.get("rule").stringValue()).isEqualTo("privacy/e-mail");
        assertThat(mail.get("start").intValue())
                .as("an emoji is one code point")
                .isEqualTo(33);
        assertThat(report.get("crisis").get("level").intValue()).isZero();
        assertThat(report.get("reading").propertyNames()).containsExactly("grade", "ease");
    }

    @Test
    void lineAndReasonAreToldAndTheRestIsStillChecked() throws IOException {
        Ran ran = run(
                "{\"id\":1,\"text\":\"fine\"}",
                "{\"id\":2,",
                "",
                "[]",
                "{\"id\":5}",
                "{\"id\":6,\"text\":\"x\",\"kind\":\"robot\"}",
                "{\"id\":7,\"text\":\"x\",\"network\":\"myspace\"}",
                "{\"id\":8,\"text\":\"x\",\"audience\":\"old\"}",
                "{\"text\":\"x\"}",
                "{\"id\":10,\"text\":\"I want to die\",\"kind\":\"member\"}");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).hasSize(2);
        assertThat(json.readTree(ran.out().get(1)).get("crisis").get("level").intValue())
                .isEqualTo(2);
        assertThat(ran.errors()).hasSize(7);
        assertThat(ran.errors().getFirst()).startsWith("line 2: not JSON");
        assertThat(ran.errors().get(2)).isEqualTo("line 5: “text” is missing");
        assertThat(ran.errors().getLast()).startsWith("line 9: “id”");
    }

    @Test
    void audienceAndNetworkAreHeeded() throws IOException {
        Ran ran = run("{\"id\":1,\"text\":\"%s\",\"network\":\"bluesky\",\"audience\":9}"
                .formatted("difficulty ".repeat(40)));
        assertThat(ran.out().getFirst()).contains("fit/too-long", "reading/too-hard");
    }

    @Test
    void audienceMayBeNamed() throws IOException {
        String hard = "{\"id\":1,\"text\":\"%s\",\"audience\":\"%s\"}";
        String text = "Myocardial infarction necessitates percutaneous revascularisation. ".repeat(5);
        Ran ran = run(hard.formatted(text, "Public"), hard.formatted(text, "professionals"));
        assertThat(ran.out().getFirst()).contains("reading/too-hard");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void aClaimThatWasFoundFalseIsToldWithItsVerdictAndSource() throws IOException {
        String post = "{\"id\":1,\"text\":\"%s\",\"lang\":\"%s\"}";
        Ran ran = run(
                post.formatted("The MMR jab causes autism.", "en"),
                post.formatted("La vacuna triple vírica provoca autismo.", "es"),
                post.formatted("Les vacunes provoquen autisme.", "ca"));
        assertThat(ran.out()).hasSize(3);
        List<String> verdicts = List.of("false", "falso", "fals");
        for (int i = 0; i < verdicts.size(); i++) {
            JsonNode finding = found(ran.out().get(i), "claims/known-false");
            assertThat(finding.get("message").stringValue()).contains(verdicts.get(i), "Cochrane");
            assertThat(finding.get("source").stringValue()).startsWith("https://doi.org/");
        }
    }

    @Test
    void membersAndOtherSubjectsAreNotHeldToCheckedClaims() throws IOException {
        Ran ran = run(
                "{\"id\":1,\"text\":\"The MMR jab causes autism.\",\"kind\":\"member\"}",
                "{\"id\":2,\"text\":\"Our walk along the river causes joy every spring.\"}",
                "{\"id\":3,\"text\":\"Le vaccin cause l'autisme.\",\"lang\":\"fr\"}");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).hasSize(3).noneMatch(line -> line.contains("claims/known"));
    }

    private JsonNode found(String line, String rule) {
        for (JsonNode finding : json.readTree(line).get("findings")) {
            if (finding.get("rule").stringValue().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError(rule + " is not in " + line);
    }

    @Test
    void itLooksAsDeepAsItCanUnlessTold() {
        assertThat(Check.effort()).isEqualTo(Effort.MEANING);
        assertThat(Check.effort("--effort", "rules")).isEqualTo(Effort.RULES);
        assertThat(Check.effort("--effort", "names")).isEqualTo(Effort.NAMES);
        assertThat(Check.effort("--effort")).isNull();
        assertThat(Check.effort("--effort", "none")).isNull();
        assertThat(Check.effort("--quick", "rules")).isNull();
    }
}
