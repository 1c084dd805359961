package health.clarion.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.audit.Audit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@HubTest
class HelplinesTest {

    private final Helplines helplines;
    private final Audit audit;
    private final JdbcClient jdbc;

    HelplinesTest(Helplines helplines, Audit audit, JdbcClient jdbc) {
        this.helplines = helplines;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void onlyLinesOnWhichTwoSourcesAgreeAreShipped() {
        assertThat(helplines.all()).hasSizeGreaterThan(100).allSatisfy(line -> {
            assertThat(line.sources()).as(line.id()).isGreaterThanOrEqualTo(2);
            assertThat(line.source()).as(line.id()).isNotBlank();
            assertThat(line.phone() + line.sms()).as(line.id()).isNotBlank();
        });
    }

    @Test
    void aDiallingAddressHoldsExactlyTheSourcesDigits() {
        assertThat(helplines.all()).allSatisfy(line -> {
            line.call().ifPresent(uri -> assertThat(digits(uri.toString())).isEqualTo(digits(line.phone())));
            line.text().ifPresent(uri -> assertThat(digits(uri.toString())).isEqualTo(digits(line.sms())));
        });
        assertThat(line("gb-samaritans").call()).hasToString("Optional[tel:116123]");
    }

    @Test
    void noDiallingAddressIsMadeOfTwoNumbersAnExtensionOrADoubt() {
        assertThat(line("nl-113-zelfmoordpreventie").call()).isEmpty();
        assertThat(line("de-telefonseelsorge").call()).isEmpty();
        assertThat(line("id-sejiwa-kemenkes").call()).isEmpty();
        assertThat(line("jp-tell-lifeline").call()).isEmpty();
        assertThat(line("ca-kids-help-phone").text()).isEmpty();
        assertThat(line("ca-kids-help-phone").call()).isPresent();
    }

    @Test
    void aLineIsUncheckedUntilAnAdministratorSaysSoAndUntilThatDayIsPast() {
        UUID administrator = UUID.randomUUID();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(helplines.check("fr-sos-amitie")).isEmpty();

        helplines.checked("fr-sos-amitie", today.plusDays(30), administrator);
        assertThat(helplines.check("fr-sos-amitie")).hasValueSatisfying(check -> {
            assertThat(check.by()).isEqualTo(administrator);
            assertThat(check.until()).isEqualTo(today.plusDays(30));
        });
        Clock later = Clock.offset(Clock.systemUTC(), java.time.Duration.ofDays(31));
        assertThat(new Helplines(jdbc, audit, later).check("fr-sos-amitie")).isEmpty();

        helplines.doubted("fr-sos-amitie", administrator);
        assertThat(helplines.check("fr-sos-amitie")).isEmpty();
        assertThat(audit.newest("helpline:fr-sos-amitie", null, 5))
                .extracting(Audit.Entry::what)
                .startsWith("helpline.doubted", "helpline.checked");
    }

    @Test
    void aCheckNeedsALineThatExistsAndADayThatCanBe() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, LocalDate> impossible =
                Map.of("nobody", today, "fr-sos-amitie", today.minusDays(1), "gb-shout", today.plusYears(3));
        impossible.forEach((line, until) -> assertThatThrownBy(() -> helplines.checked(line, until, UUID.randomUUID()))
                .as(line)
                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void theLinesAreThereWhenTheDatabaseIsAway() {
        DriverManagerDataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/x", "x", "x");
        Helplines alone = new Helplines(JdbcClient.create(nowhere), audit, Clock.systemUTC());

        assertThat(alone.in("GB")).extracting(Helpline::name).contains("Samaritans", "Shout", "Childline");
        assertThat(alone.check("gb-samaritans")).isEmpty();
        assertThat(alone.emergency("GB"))
                .hasValueSatisfying(e -> assertThat(e.number()).isEqualTo("999"));
    }

    private Helpline line(String id) {
        return helplines.find(id).orElseThrow();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9+]", "");
    }
}
