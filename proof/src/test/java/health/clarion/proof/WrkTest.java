package health.clarion.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WrkTest {

    @Test
    void whatWrkPrintsIsReadInMilliseconds() throws IOException {
        Results.Round round = Wrk.read("""
                Running 6s test @ http://localhost:8080/c/one-open-door
                  2 threads and 8 connections
                  Latency Distribution
                     50%  812.00us
                     75%    1.10ms
                     90%    3.20ms
                     99%    1.04s
                  12000 requests in 6.00s, 40.00MB read
                Requests/sec:   2000.50
                """);

        assertThat(round).isEqualTo(new Results.Round(2000.50, 0.812, 1040, 0));
    }

    @Test
    void answersThatWereNoSuccessAndBrokenConnectionsCountAsFailed() throws IOException {
        Results.Round round = Wrk.read("""
                     50%    1.00ms
                     99%    2.00ms
                  Socket errors: connect 0, read 2, write 0, timeout 1
                  Non-2xx or 3xx responses: 5
                Requests/sec:    10.00
                """);

        assertThat(round.failed()).isEqualTo(8);
    }

    @Test
    void anythingElseIsNotTakenForAFigure() {
        assertThatThrownBy(() -> Wrk.read("unable to connect")).isInstanceOf(IOException.class);
    }

    @Test
    void shorterAnswersThanTheOneThatWasSeenAreNoFigure() throws IOException {
        String said = "  1000 requests in 5.00s, 2.00MB read\n";

        Wrk.requireWhole(said, 2_000);
        assertThatThrownBy(() -> Wrk.requireWhole(said, 4_000)).isInstanceOf(IOException.class);
    }

    @Test
    void figuresOfSeveralRoundsAreTheirMedian() {
        Results results = new Results();
        results.add(new Results.Round(100, 1, 10, 0));
        results.add(new Results.Round(900, 9, 90, 1));
        results.add(new Results.Round(300, 3, 30, 0));

        assertThat(results.line().trim().split(" +")).containsExactly("300", "3.00", "30.00", "1");
    }
}
