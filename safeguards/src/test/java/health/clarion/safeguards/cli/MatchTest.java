package health.clarion.safeguards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private record Ran(int exit, List<String> out, List<String> errors) {}

    private interface Command {
        int run(ByteArrayInputStream in, ByteArrayOutputStream out, PrintStream errors) throws IOException;
    }

    private static Ran run(Command command, String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        byte[] in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        int exit =
                command.run(new ByteArrayInputStream(in), out, new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Ran(
                exit,
                out.toString(StandardCharsets.UTF_8).lines().toList(),
                errors.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("file.jsonl"), List.of(lines)).toString();
    }

    @Test
    void aPostFindsTheClaimItRepeatsInTheAgreedForm() throws IOException {
        String claims = file(
                "{\"id\":\"tea\",\"claim\":\"Green tea cures diabetes.\",\"title\":\"Does green tea cure diabetes?\"}",
                "{\"id\":\"masts\",\"claim\":\"Phone masts make people ill.\",\"date\":\"2020-04-03\"}",
                "{\"id\":\"ticks\",\"claim\":\"Ticks fall from trees.\"}");
        Ran ran = run(
                (in, out, errors) -> new Match().run(new String[] {"--claims", claims, "--top", "2"}, in, out, errors),
                "{\"id\":1,\"text\":\"They say diabetes is cured by green tea! #GreenTea\"}");
        assertThat(ran.exit()).isZero();
        JsonNode reply = json.readTree(ran.out().getFirst());
        assertThat(reply.propertyNames()).containsExactly("id", "matches", "known");
        assertThat(reply.get("matches")).hasSize(2);
        assertThat(reply.get("matches").get(0).get("id").stringValue()).isEqualTo("tea");
        assertThat(reply.get("matches").get(0).get("score").doubleValue()).isBetween(0.0, 1.0);
    }

    @Test
    void aPostAboutSomethingElseIsNotKnown() throws IOException {
        String claims = file("{\"id\":\"tea\",\"claim\":\"Green tea cures diabetes.\"}");
        Ran ran = run(
                (in, out, errors) -> new Match().run(new String[] {"--claims", claims}, in, out, errors),
                "{\"id\":1,\"text\":\"Our library opens at nine on Saturday.\"}");
        assertThat(json.readTree(ran.out().getFirst()).get("known").booleanValue())
                .isFalse();
    }

    @Test
    void aQuestionFindsItsReviewedAnswerOnceThoughAskedInTwoWordings() throws IOException {
        String library = file(
                "{\"id\":\"a1\",\"question\":\"How long should I stay off work with flu?\",\"answer\":\"Until the fever is gone.\"}",
                "{\"id\":\"a2\",\"question\":\"When can I go back to work after flu?\",\"answer\":\"Until the fever is gone.\"}",
                "{\"id\":\"b\",\"question\":\"Is there parking at the clinic?\",\"answer\":\"Yes, behind the building.\"}");
        Ran ran = run(
                (in, out, errors) -> new Answer().run(new String[] {"--library", library}, in, out, errors),
                "{\"id\":\"q\",\"text\":\"when can i go back to work after the flu\"}",
                "{\"id\":\"r\",\"text\":\"who won the cup final\"}");
        assertThat(ran.exit()).isZero();
        JsonNode reply = json.readTree(ran.out().getFirst());
        assertThat(reply.propertyNames()).containsExactly("id", "matches", "answered");
        assertThat(reply.get("matches")).hasSize(2);
        assertThat(reply.get("matches").get(0).get("id").stringValue()).isEqualTo("a2");
        assertThat(reply.get("answered").booleanValue()).isTrue();
        assertThat(json.readTree(ran.out().get(1)).get("answered").booleanValue())
                .isFalse();
    }

    @Test
    void lineAndReasonAreToldForTheFileAndForThePosts() throws IOException {
        String claims = file("{\"id\":\"a\",\"claim\":\"Ticks fall from trees.\"}", "{\"id\":\"b\"}", "[");
        Ran ran = run(
                (in, out, errors) -> new Match().run(new String[] {"--claims", claims}, in, out, errors),
                "{\"id\":1}",
                "{\"id\":2,\"text\":\"Ticks fall from trees\"}");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).hasSize(1);
        assertThat(ran.errors().get(0)).isEqualTo("file.jsonl line 2: “claim” is missing");
        assertThat(ran.errors().get(1)).startsWith("file.jsonl line 3: not JSON");
        assertThat(ran.errors().get(2)).isEqualTo("line 1: “text” is missing");
    }

    @Test
    void aCommandWithoutItsFileSaysHowItIsUsed() throws IOException {
        assertThat(run((in, out, errors) -> new Match().run(new String[] {"--top", "5"}, in, out, errors)))
                .matches(ran -> ran.exit() == 2 && ran.errors().getFirst().startsWith("Usage: clarion match"));
    }
}
