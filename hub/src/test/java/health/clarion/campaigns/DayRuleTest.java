package health.clarion.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRuleTest {

    private final AwarenessDays days = new AwarenessDays();

    // Days as their authorities announced them for these years.
    @ParameterizedTest
    @CsvSource({
        "world-mental-health-day, 2026, 2026-10-10",
        "world-cancer-day, 2027, 2027-02-04",
        "world-kidney-day, 2026, 2026-03-12",
        "world-kidney-day, 2027, 2027-03-11",
        "rare-disease-day, 2024, 2024-02-29",
        "rare-disease-day, 2027, 2027-02-28",
        "world-leprosy-day, 2026, 2026-01-25",
        "epilepsy-day, 2026, 2026-02-09",
        "world-asthma-day, 2026, 2026-05-05",
        "world-sight-day, 2026, 2026-10-08",
        "world-copd-day, 2026, 2026-11-18",
        "maternal-mental-health-day, 2026, 2026-05-06"
    })
    void aRuleGivesTheDayOfAYear(String day, int year, LocalDate date) {
        assertThat(days.find(day).orElseThrow().first(year)).isEqualTo(date);
        assertThat(days.find(day).orElseThrow().last(year)).isEqualTo(date);
    }

    @Test
    void aWeekAndAMonthGoOn() {
        AwarenessDay week = days.find("amr-week").orElseThrow();
        AwarenessDay month = days.find("breast-cancer-month").orElseThrow();

        assertThat(week.first(2026)).isEqualTo("2026-11-18");
        assertThat(week.last(2026)).isEqualTo("2026-11-24");
        assertThat(month.first(2026)).isEqualTo("2026-10-01");
        assertThat(month.last(2026)).isEqualTo("2026-10-31");
    }

    @Test
    void everyDayHasARuleAnAuthorityASourceAndThreeNames() {
        assertThat(days.all()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(day -> {
            assertThat(day.authority()).isNotBlank();
            assertThat(day.source().getScheme()).isEqualTo("https");
            assertThat(day.names().values()).hasSize(3).noneMatch(String::isBlank);
        });
        assertThat(new HashSet<>(days.all().stream().map(AwarenessDay::id).toList()))
                .hasSameSizeAs(days.all());
    }

    @Test
    void aYearIsInOrderAndASpanHoldsWhatTouchesIt() {
        assertThat(days.in(2027)).isSortedAccordingTo(java.util.Comparator.comparing(AwarenessDays.Occurrence::first));
        assertThat(days.between(LocalDate.of(2026, 11, 20), LocalDate.of(2027, 1, 4)))
                .extracting(o -> o.day().id())
                .contains("amr-week", "world-aids-day", "world-braille-day")
                .doesNotContain("world-diabetes-day");
        assertThatThrownBy(() -> days.in(1999)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31 February", "fifth Sunday of May", "first Someday of May", "10 Octember", "10/10"})
    void whatIsNoRuleIsRefused(String words) {
        assertThatThrownBy(() -> DayRule.of(words))
                .isInstanceOfAny(IllegalArgumentException.class, java.time.DateTimeException.class);
    }
}
