package health.clarion.library.web;

import health.clarion.library.Helpline;
import health.clarion.library.Helplines;
import health.clarion.people.Member;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Helplines for programs. Reading needs no token. */
@RestController
@RequestMapping("/api/v1/helplines")
class HelplineApi {

    private static final String ATTRIBUTION = "Parts from Wikipedia, “List of suicide crisis lines”, CC BY-SA 4.0";

    private final Helplines helplines;

    HelplineApi(Helplines helplines) {
        this.helplines = helplines;
    }

    /** A line; {@code checkedUntil} is left out when we have not checked it. */
    record Line(
            String id,
            String country,
            String name,
            String phone,
            String sms,
            String word,
            String web,
            String hours,
            List<String> topics,
            String doubt,
            int sources,
            String source,
            @Nullable LocalDate checkedOn,
            @Nullable LocalDate checkedUntil) {}

    record Lines(String attribution, List<Line> helplines) {}

    record Until(LocalDate until) {}

    @ApiCall("Lists helplines, of one country or of all.")
    @GetMapping
    Lines lines(@RequestParam(defaultValue = "") String country) {
        List<Helpline> lines = country.isEmpty() ? helplines.all() : helplines.in(country.toUpperCase(Locale.ROOT));
        return new Lines(ATTRIBUTION, lines.stream().map(this::json).toList());
    }

    @ApiCall("Says that a helpline was checked and until when that holds.")
    @PutMapping("/{id}/check")
    @PreAuthorize("hasRole('ADMINISTRATOR') and hasAuthority('write')")
    Line check(Member me, @PathVariable String id, @RequestBody Until body) {
        Helpline line = line(id);
        try {
            helplines.checked(id, body.until(), me.id());
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid("library.problem.until", Helplines.LONGEST_CHECK_DAYS);
        }
        return json(line);
    }

    @ApiCall("Says that a helpline no longer counts as checked.")
    @DeleteMapping("/{id}/check")
    @PreAuthorize("hasRole('ADMINISTRATOR') and hasAuthority('write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void doubt(Member me, @PathVariable String id) {
        helplines.doubted(line(id).id(), me.id());
    }

    private Helpline line(String id) {
        return helplines.find(id).orElseThrow(() -> Problem.notFound("library.problem.no-line"));
    }

    private Line json(Helpline line) {
        Helplines.Check check = helplines.check(line.id()).orElse(null);
        return new Line(
                line.id(),
                line.country(),
                line.name(),
                line.phone(),
                line.sms(),
                line.word(),
                line.web(),
                line.hours(),
                line.topics(),
                line.doubt(),
                line.sources(),
                line.source(),
                check == null ? null : check.on(),
                check == null ? null : check.until());
    }
}
