package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void nineOClockStaysNineOClockWhenTheClocksChange() {
        assertThat(at("2027-03-27T09:00").instant()).isEqualTo(Instant.parse("2027-03-27T09:00:00Z"));
        assertThat(at("2027-03-28T09:00").instant()).isEqualTo(Instant.parse("2027-03-28T08:00:00Z"));
    }

    @Test
    void aTimeTheClocksJumpOverGoesOutRightAfterTheJump() {
        Wall skipped = at("2027-03-28T01:30");
        assertThat(skipped.clocks()).isEqualTo(Wall.Clocks.SKIPPED);
        assertThat(Wall.of(skipped.instant(), LONDON).time()).isEqualTo(LocalDateTime.parse("2027-03-28T02:30"));
    }

    @Test
    void aTimeThatComesTwiceMeansTheFirst() {
        Wall twice = at("2026-10-25T01:30");
        assertThat(twice.clocks()).isEqualTo(Wall.Clocks.TWICE);
        assertThat(twice.instant()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    private static Wall at(String time) {
        return new Wall(LocalDateTime.parse(time), LONDON);
    }
}
