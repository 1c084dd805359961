package health.clarion.inbox;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.channels.Reason;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.publishing.PublishingCaution;
import health.clarion.ui.Problem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class DutyTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final Duty duty;
    private final List<PublishingCaution> cautions;
    private final SignedIn signedIn;
    private final MockMvc mvc;

    DutyTest(Duty duty, List<PublishingCaution> cautions, SignedIn signedIn, MockMvc mvc) {
        this.duty = duty;
        this.cautions = cautions;
        this.signedIn = signedIn;
        this.mvc = mvc;
    }

    @Test
    void aWeeklyShiftStaysAtItsTimeWhenTheClocksChange() {
        Member me = signedIn.member(Role.MODERATOR);
        // The clocks of Madrid go forward on Sunday 28 March 2100.
        List<Duty.Shift> shifts = duty.add(
                me.id(),
                LocalDateTime.parse("2100-03-22T09:00"),
                LocalDateTime.parse("2100-03-22T17:00"),
                MADRID,
                2,
                me);
        assertThat(shifts)
                .extracting(shift -> shift.starts().instant().toString())
                .containsExactly("2100-03-22T08:00:00Z", "2100-03-29T07:00:00Z");
        assertThat(duty.at(Instant.parse("2100-03-29T07:30:00Z"))).contains(me);
        assertThat(duty.at(Instant.parse("2100-03-22T07:30:00Z"))).doesNotContain(me);
        shifts.forEach(shift -> duty.remove(shift.id(), me));
    }

    @Test
    void aNightShiftOverTheRepeatedHourHasNoGap() {
        Member me = signedIn.member(Role.MODERATOR);
        // On Sunday 31 October 2100 the hour from 02:00 comes twice.
        List<Duty.Shift> shifts = duty.add(
                me.id(),
                LocalDateTime.parse("2100-10-30T22:00"),
                LocalDateTime.parse("2100-10-31T06:00"),
                MADRID,
                1,
                me);
        for (String moment : List.of("2100-10-31T00:30:00Z", "2100-10-31T01:30:00Z", "2100-10-31T04:59:00Z")) {
            assertThat(duty.at(Instant.parse(moment))).as(moment).contains(me);
        }
        assertThat(duty.at(Instant.parse("2100-10-31T05:00:00Z"))).doesNotContain(me);
        shifts.forEach(shift -> duty.remove(shift.id(), me));
    }

    @Test
    void publishingWithNobodyOnDutyWarns() {
        Member me = signedIn.member(Role.MODERATOR);
        Instant due = Instant.parse("2101-05-05T10:00:00Z");
        assertThat(cautions.stream().flatMap(caution -> caution.at(due).stream()))
                .extracting(Reason::key)
                .contains("inbox.caution.nobody-on-duty");
        var shifts = duty.add(
                me.id(),
                LocalDateTime.parse("2101-05-05T09:00"),
                LocalDateTime.parse("2101-05-05T18:00"),
                MADRID,
                1,
                me);
        assertThat(cautions.stream().flatMap(caution -> caution.at(due).stream()))
                .extracting(Reason::key)
                .doesNotContain("inbox.caution.nobody-on-duty");
        shifts.forEach(shift -> duty.remove(shift.id(), me));
    }

    @Test
    void impossibleShiftsAreRefused() {
        Member me = signedIn.member(Role.MODERATOR);
        Member analyst = signedIn.member(Role.ANALYST);
        LocalDateTime nine = LocalDateTime.parse("2100-05-05T09:00");
        assertThatThrownBy(() -> duty.add(me.id(), nine, nine, MADRID, 1, me)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> duty.add(me.id(), nine, nine.plusDays(8), MADRID, 1, me))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> duty.add(me.id(), nine, nine.plusHours(1), MADRID, 27, me))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> duty.add(analyst.id(), nine, nine.plusHours(1), MADRID, 1, me))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theRosterIsSetByFormAndByProgram() throws Exception {
        Member me = signedIn.member("Priya of the night", null, Role.MODERATOR);
        mvc.perform(post("/inbox/duty")
                        .param("member", me.id().toString())
                        .param("starts", "2099-05-05T09:00")
                        .param("ends", "2099-05-05T17:00")
                        .param("zone", "Europe/Madrid")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inbox/duty"));
        mvc.perform(get("/inbox/duty").with(as(me)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Priya of the night")));
        mvc.perform(post("/api/v1/duty")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"member":"%s","starts":"2099-05-06T09:00","ends":"2099-05-06T17:00","zone":"Mars/Base"}
                                """.formatted(me.id()))
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType("application/problem+json"));
        duty.coming().stream()
                .filter(shift -> shift.member().equals(me.id()))
                .forEach(shift -> duty.remove(shift.id(), me));
    }

    @Test
    void aShiftThatIsNotThereCannotBeTakenAwayByAProgram() throws Exception {
        mvc.perform(delete("/api/v1/duty/" + UUID.randomUUID())
                        .with(as(signedIn.member(Role.MODERATOR)))
                        .with(csrf()))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"));
    }
}
