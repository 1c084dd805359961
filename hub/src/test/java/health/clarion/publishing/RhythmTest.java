package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.publishing.Rhythm.Beat;
import health.clarion.publishing.Rhythm.Meaning;
import health.clarion.publishing.Rhythm.Week;
import health.clarion.ui.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class RhythmTest {

    // A network that no other test publishes to, in years nobody else plans for.
    private static final Network NETWORK = Network.LINKEDIN;
    private static final LocalDate MONDAY = LocalDate.of(2090, 5, 1);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Rhythm rhythm;
    private final Slots slots;
    private final JdbcClient jdbc;
    private final Member me;

    RhythmTest(Rhythm rhythm, Slots slots, JdbcClient jdbc, SignedIn signedIn) {
        this.rhythm = rhythm;
        this.slots = slots;
        this.jdbc = jdbc;
        this.me = signedIn.member(Role.COMMUNICATOR);
    }

    @AfterEach
    void forget() {
        rhythm.set(new Beat(NETWORK, 0, List.of()), me);
        jdbc.sql("delete from publishing.delivery where network = 'linkedin'").update();
    }

    private void planned(String wall) {
        LocalDateTime time = LocalDateTime.parse(wall);
        Instant due = new Wall(time, rhythm.zone()).instant();
        jdbc.sql("""
                insert into publishing.delivery (id, post, campaign, submission, content_hash, account, network, wall,
                    zone, due_at, late_after, state, next_look_at, scheduled_by, scheduled_at)
                values (:id, :id, :id, :id, 'x', :id, 'linkedin', :wall, 'Europe/London', :due, :due, 'HELD',
                    'infinity', :id, now())
                """)
                .param("id", UUID.randomUUID())
                .param("wall", time)
                .param("due", Timestamp.from(due))
                .update();
    }

    private static List<LocalTime> at(String... times) {
        return java.util.Arrays.stream(times).map(LocalTime::parse).toList();
    }

    @Test
    void weeksAreCountedOnTheOrganisationsClock() {
        rhythm.set(new Beat(NETWORK, 2, at("09:00")), me);
        planned("2090-05-07T23:30"); // Sunday night is still the first week
        planned("2090-05-08T00:30");
        planned("2090-05-09T09:00");
        planned("2090-05-10T09:00");
        List<Week> weeks = rhythm.courses(MONDAY, 2, null).stream()
                .filter(course -> course.beat().network() == NETWORK)
                .findFirst()
                .orElseThrow()
                .weeks();
        assertThat(weeks).extracting(Week::count).containsExactly(1, 3);
        assertThat(weeks).extracting(Week::free).containsExactly(1, 0);
        assertThat(weeks).extracting(Week::tooMany).containsExactly(0, 1);
    }

    @Test
    void whatSeveralWeeksSayIsSaidInOneWord() {
        LocalDate now = MONDAY;
        assertThat(Rhythm.meaning(List.of(week(2, 2), week(2, 2)), now)).isEqualTo(Meaning.STEADY);
        assertThat(Rhythm.meaning(List.of(week(4, 2), week(1, 2)), now)).isEqualTo(Meaning.BUNCHED);
        assertThat(Rhythm.meaning(List.of(week(4, 2), week(2, 2)), now)).isEqualTo(Meaning.ENOUGH);
        assertThat(Rhythm.meaning(List.of(week(0, 2), week(0, 2)), now)).isEqualTo(Meaning.QUIET);
        assertThat(Rhythm.meaning(List.of(week(1, 2), week(2, 2)), now)).isEqualTo(Meaning.FREE);
    }

    private static Week week(int planned, int wanted) {
        return new Week(MONDAY, 0, planned, wanted);
    }

    @Test
    void theNextFreePlaceSkipsFullWeeksTakenDaysAndNearPosts() {
        rhythm.set(new Beat(NETWORK, 2, at("09:00", "17:00")), me);
        planned("2090-05-02T09:00");
        planned("2090-05-04T09:00"); // the week of 1 May is full
        planned("2090-05-08T12:00"); // Monday of the next one is taken
        Instant from = MONDAY.atStartOfDay(LONDON).toInstant();
        assertThat(slots.next(NETWORK, from).orElseThrow().wall().time())
                .isEqualTo(LocalDateTime.parse("2090-05-09T09:00"));
    }

    @Test
    void aTimeThatTheClocksSkipIsNoFreePlace() {
        rhythm.set(new Beat(NETWORK, 7, at("01:30", "12:00")), me);
        // London's clocks go forward at 01:00 on Sunday 26 March 2090.
        Instant saturday =
                LocalDate.of(2090, 3, 25).atTime(20, 0).atZone(LONDON).toInstant();
        assertThat(slots.next(NETWORK, saturday).orElseThrow().wall().time())
                .isEqualTo(LocalDateTime.parse("2090-03-26T12:00"));
    }

    @Test
    void aTimeThatComesTwiceMeansTheFirst() {
        rhythm.set(new Beat(NETWORK, 7, at("01:30")), me);
        // They go back at 02:00 on Sunday 29 October 2090.
        Instant saturday =
                LocalDate.of(2090, 10, 28).atTime(20, 0).atZone(LONDON).toInstant();
        assertThat(slots.next(NETWORK, saturday).orElseThrow().wall().instant())
                .isEqualTo(Instant.parse("2090-10-29T00:30:00Z"));
    }

    @Test
    void gapsAreAsManyAsTheWeekMissesAndAwayFromWhatIsThere() {
        rhythm.set(new Beat(NETWORK, 3, at("09:00")), me);
        planned("2090-05-03T09:00");
        List<Slots.Free> gaps = slots.gaps(MONDAY, MONDAY.plusWeeks(1)).stream()
                .filter(gap -> gap.network() == NETWORK)
                .toList();
        assertThat(gaps).hasSize(2);
        assertThat(gaps)
                .extracting(Slots.Free::day)
                .doesNotContain(LocalDate.of(2090, 5, 3))
                .doesNotHaveDuplicates();
    }

    @Test
    void postsWithinAnHourPileUp() {
        planned("2090-05-02T09:00");
        planned("2090-05-02T09:45");
        planned("2090-05-02T10:45");
        Instant from = MONDAY.atStartOfDay(LONDON).toInstant();
        assertThat(slots.pileUps(from, from.plusSeconds(86_400 * 7))).hasSize(1);
    }

    @Test
    void impossibleRhythmsAreRefusedInWords() {
        assertThatThrownBy(() -> new Beat(NETWORK, 51, List.of())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Rhythm.times("nine")).isInstanceOf(Problem.class);
        assertThat(Rhythm.times("9:00, 12.30  17:00")).isEqualTo(at("09:00", "12:30", "17:00"));
        assertThat(Rhythm.times("  ")).isEmpty();
    }
}
