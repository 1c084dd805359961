package health.clarion.library.web;

import health.clarion.library.Emergency;
import health.clarion.library.Helpline;
import health.clarion.library.Helplines.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the help page shows.
 *
 * @param country the country shown; empty when it shows all countries
 * @param countryName in the page's language
 * @param few countries to choose from at the top
 * @param all every country that has a line; shown when no country is
 */
public record HelpView(
        String country,
        String countryName,
        @Nullable Emergency emergency,
        List<Line> lines,
        List<Country> few,
        List<Country> all) {

    /** A line with the check that holds today, or null. */
    public record Line(Helpline line, @Nullable Check check) {}

    public record Country(String code, String name) {}
}
