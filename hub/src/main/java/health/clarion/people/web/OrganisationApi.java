package health.clarion.people.web;

import health.clarion.people.Member;
import health.clarion.people.Organisation;
import health.clarion.people.Organisations;
import health.clarion.ui.ApiCall;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's settings, for programs. */
@RestController
@RequestMapping("/api/v1/organisation")
class OrganisationApi {

    private final Organisations organisations;

    OrganisationApi(Organisations organisations) {
        this.organisations = organisations;
    }

    record View(
            @Nullable String name,
            @Nullable String zone,
            @Nullable String language,
            @Nullable String address,
            @Nullable String dutyContact) {}

    @ApiCall("Shows the organisation’s settings.")
    @GetMapping
    View read() {
        Organisation now = organisations.current();
        return new View(
                now.name(),
                now.zone().getId(),
                now.locale().getLanguage(),
                now.address().toString(),
                now.dutyContact());
    }

    @ApiCall("Changes the organisation’s settings.")
    @PutMapping
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    View change(Member me, @RequestBody View asked) {
        String address = asked.address() == null ? "" : asked.address();
        if (!Organisations.isAddress(address)) {
            throw Asked.wrong("address");
        }
        organisations.change(
                new Organisations.Settings(
                        Asked.name("name", asked.name()),
                        Asked.zone(asked.zone()),
                        Asked.language(asked.language()),
                        address,
                        Asked.text(
                                "dutyContact",
                                asked.dutyContact() == null ? "" : asked.dutyContact(),
                                Organisations.LONGEST_DUTY)),
                me.actor());
        return read();
    }
}
