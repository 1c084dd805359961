package health.clarion.evaluation.bench;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One check of one text, at each effort, by staff and by members, in each language. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx1g"})
public class CheckBenchmark {
    @Param({"RULES", "NAMES", "MEANING"})
    Effort effort = Effort.RULES;

    @Param({"STAFF", "MEMBER"})
    Kind kind = Kind.STAFF;

    @Param({"en", "es", "ca"})
    String language = "en";

    /** A post without anything to find, which most are. */
    @Benchmark
    public Report quietPost() {
        return checked(
                switch (language) {
                    case "es" ->
                        "El sábado estaremos en la plaza del mercado con té, pastas y tiempo para hablar. #UnaPuertaAbierta";
                    case "ca" ->
                        "Dissabte serem a la plaça del mercat amb te, pastes i temps per parlar. #UnaPortaOberta";
                    default ->
                        "We will be at the market square on Saturday with tea, cake and time to talk. #OneOpenDoor";
                });
    }

    /** A post with something of most categories. */
    @Benchmark
    public Report busyPost() {
        return checked(
                switch (language) {
                    case "es" ->
                        "Quiero morirme. Llámame al 612 34 56 78 o escribe a ana@example.org. Las vacunas causan cáncer en el 90 % de los esquizofrénicos.";
                    case "ca" ->
                        "Em vull morir. Truca'm al 612 34 56 78 o escriu a anna@example.org. Les vacunes causen càncer en el 90 % dels esquizofrènics.";
                    default ->
                        "I want to die. Ring me on 07400 123456 or write to ann@example.org. Vaccines cause cancer in 90% of schizophrenics.";
                });
    }

    private Report checked(String text) {
        return Safeguards.standard(effort)
                .check(Draft.of(text).withLang(language).withKind(kind), Knowledge.empty());
    }
}
