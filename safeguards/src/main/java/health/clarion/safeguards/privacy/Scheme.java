package health.clarion.safeguards.privacy;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A number someone gives out: how it is written, whether its check holds, and which words must stand near.
 *
 * @param rule the rule that tells it
 * @param name how people call it, the same in every language; "" when the rule says it
 * @param shapes its letters and digits without signs: 9 a digit, A a letter
 * @param holds whether letters and digits, in upper case, can be one
 * @param written the ways of writing, signs included, in which it needs no words near; none when it always does, null when it never does
 * @param cue the words of which one must stand near otherwise
 */
record Scheme(
        String rule,
        String name,
        List<String> shapes,
        Predicate<String> holds,
        @Nullable List<String> written,
        Pattern cue) {
    private static final String STATE = "privacy/national-number";

    /** Every scheme known, the surer before the less sure. */
    static final List<Scheme> ALL = all();

    private static List<Scheme> all() {
        List<Scheme> all = new ArrayList<>();
        addBritishAndAmerican(all);
        addSpanish(all);
        addEuropean(all);
        addCards(all);
        return List.copyOf(all);
    }

    private static void addBritishAndAmerican(List<Scheme> all) {
        all.add(written(
                "privacy/nhs-number",
                "9999999999",
                CheckDigits::nhs,
                List.of("999 999 9999"),
                "\\bnhs\\b|health service number"));
        all.add(near(STATE, "CHI number (Scotland)", "9999999999", CheckDigits::nhs, "\\bchi\\b"));
        all.add(alone("privacy/uk-ni-number", "", "AA999999A", Issued::nationalInsurance));
        all.add(written(
                "privacy/us-ssn",
                "999999999",
                Issued::socialSecurity,
                List.of("999-99-9999"),
                "\\bssn\\b|social security|seguro social"));
        all.add(written(
                "privacy/us-itin", "999999999", Issued::itin, List.of("999-99-9999"), "\\bitin\\b|taxpayer|\\btin\\b"));
        all.add(near(
                "privacy/us-npi",
                "",
                "9999999999",
                n -> "12".indexOf(n.charAt(0)) >= 0 && CheckDigits.npi(n),
                "\\bnpi\\b|provider id|prescriber"));
        all.add(near("privacy/us-dea", "", "AA9999999", CheckDigits::dea, "\\bdea\\b|prescriber"));
        for (String shape : List.of("9A99A99AA99", "9AA9A99AA99", "9A99AA9AA99", "9AA9AA9AA99")) {
            all.add(alone("privacy/us-medicare-number", "", shape, Issued::medicareBeneficiary));
        }
        all.add(near(
                STATE,
                "SIN (Canada)",
                "999999999",
                n -> CheckDigits.luhn(n) && n.charAt(0) != '0',
                "\\bsin\\b|social insurance"));
        all.add(alone("privacy/driving-licence", "", "AAAAA999999AA9AA", Issued::ukDriver));
        all.add(alone("privacy/driving-licence", "", "AAAAA999999A99AA", Issued::ukDriver));
    }

    private static void addSpanish(List<Scheme> all) {
        all.add(alone("privacy/es-dni", "", "99999999A", CheckDigits::dni));
        all.add(alone("privacy/es-dni", "", "A9999999A", n -> "XYZ".indexOf(n.charAt(0)) >= 0 && CheckDigits.dni(n)));
        all.add(near(
                "privacy/es-social-security",
                "",
                "999999999999",
                CheckDigits::spanishSocialSecurity,
                "seg(uridad|uretat)? social|\\bnuss\\b|\\bnaf\\b|\\bnss\\b|afilia"));
        all.add(alone("privacy/es-health-card", "", "AAAA9999999999", Issued::catalanHealthCard));
        all.add(near(
                "privacy/es-health-card", "", "AAAAAAAAAA999999", n -> true, "\\bsns\\b|\\bcip\\b|sanitari|tarjeta"));
    }

    private static void addEuropean(List<Scheme> all) {
        all.add(alone(STATE, "NIR (France)", "999999999999999", CheckDigits::nir));
        all.add(alone(STATE, "NIR (France)", "999999A99999999", CheckDigits::nir));
        all.add(alone(STATE, "codice fiscale (Italia)", "AAAAAA99A99A999A", CheckDigits::codiceFiscale));
        all.add(new Scheme(
                STATE,
                "numéro national (België, Belgique)",
                List.of("99999999999"),
                CheckDigits::belgian,
                List.of("99.99.99-999.99", "99.99.99 999 99", "99 99 99 999 99"),
                Pattern.compile("rijksregister|registre national|national number|\\bniss\\b|\\binsz\\b")));
        all.add(near(STATE, "BSN (Nederland)", "999999999", CheckDigits::bsn, "\\bbsn\\b|burgerservice|sofi"));
        all.add(near(
                STATE, "Steuer-ID (Deutschland)", "99999999999", CheckDigits::mod11And10, "steuer|\\bidnr\\b|tax id"));
        all.add(near(STATE, "KVNR (Deutschland)", "A999999999", CheckDigits::kvnr, "kvnr|versicher|krankenkasse"));
        all.add(near(STATE, "NIF (Portugal)", "999999999", CheckDigits::portugueseNif, "\\bnif\\b|contribuinte"));
        all.add(near(STATE, "PESEL (Polska)", "99999999999", CheckDigits::pesel, "pesel"));
        all.add(near(STATE, "PPS number (Ireland)", "9999999A", CheckDigits::pps, "\\bpps(n|no)?\\b"));
        all.add(near(STATE, "PPS number (Ireland)", "9999999AA", CheckDigits::pps, "\\bpps(n|no)?\\b"));
        for (String shape : List.of("9999999999", "999999999999")) {
            all.add(new Scheme(
                    STATE,
                    "personnummer (Sverige)",
                    List.of(shape),
                    CheckDigits::personnummer,
                    List.of("999999-9999", "99999999-9999"),
                    Pattern.compile("personn(ummer|r)")));
        }
        all.add(new Scheme(
                STATE,
                "henkilötunnus (Suomi)",
                List.of("999999999A"),
                CheckDigits::hetu,
                List.of("999999-999A"),
                Pattern.compile("hetu|henkilotunnus")));
        all.add(alone(STATE, "henkilötunnus (Suomi)", "999999A999A", CheckDigits::hetu));
        all.add(near(
                STATE, "fødselsnummer (Norge)", "99999999999", CheckDigits::fodselsnummer, "f(ø|o)dselsn|personn"));
        all.add(alone(STATE, "AHV, AVS (Schweiz, Suisse)", "9999999999999", CheckDigits::ahv));
        all.add(near(STATE, "CNP (România)", "9999999999999", CheckDigits::cnp, "\\bcnp\\b|cod numeric"));
        all.add(written(STATE, "rodné číslo", "9999999999", CheckDigits::birthNumber, List.of("999999/9999"), "rodne"));
        all.add(near(STATE, "isikukood, asmens kodas", "99999999999", CheckDigits::baltic, "isikukood|asmens"));
        all.add(near(STATE, "OIB (Hrvatska)", "99999999999", CheckDigits::mod11And10, "\\boib\\b"));
        all.add(near(STATE, "AMKA (Ελλάδα)", "99999999999", CheckDigits::luhn, "amka|αμκα"));
        all.add(near(STATE, "SVNR (Österreich)", "9999999999", CheckDigits::svnr, "svnr|sozialversicherung"));
        all.add(near(STATE, "TAJ (Magyarország)", "999999999", CheckDigits::taj, "\\btaj\\b"));
    }

    private static void addCards(List<Scheme> all) {
        String digits = "999999999999";
        for (int length = 12; length <= 19; length++) {
            String shape = digits + "9".repeat(length - 12);
            boolean common = length >= 13;
            all.add(new Scheme(
                    "privacy/payment-card",
                    "",
                    List.of(shape),
                    Issued::paymentCard,
                    common ? null : List.of(),
                    Pattern.compile("\\bcards?\\b|credit|debit|maestro|tarjeta|targeta")));
        }
    }

    private static Scheme alone(String rule, String name, String shape, Predicate<String> holds) {
        return new Scheme(rule, name, List.of(shape), holds, null, Pattern.compile("$^"));
    }

    private static Scheme near(String rule, String name, String shape, Predicate<String> holds, String cue) {
        return new Scheme(rule, name, List.of(shape), holds, List.of(), Pattern.compile(cue));
    }

    private static Scheme written(
            String rule, String shape, Predicate<String> holds, List<String> written, String cue) {
        return written(rule, "", shape, holds, written, cue);
    }

    private static Scheme written(
            String rule, String name, String shape, Predicate<String> holds, List<String> written, String cue) {
        return new Scheme(rule, name, List.of(shape), holds, written, Pattern.compile(cue));
    }

    /** Whether it is told when written so, without words near. */
    boolean standsAlone(String asWritten) {
        return written == null || written.contains(asWritten);
    }
}
