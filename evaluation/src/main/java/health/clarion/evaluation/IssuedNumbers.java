package health.clarion.evaluation;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * Makes numbers with valid check digits, written here a second time and apart from the safeguards so that both must be right to agree.
 *
 * @param name what it is
 * @param rule the rule that must tell it
 * @param sentence a sentence with %s where the number stands
 * @param make makes one
 */
record IssuedNumbers(String name, String rule, String sentence, Function<Random, String> make) {
    private static final String NATIONAL = "privacy/national-number";

    /** Every kind whose check finds each single wrong digit. */
    static final List<IssuedNumbers> ALL = List.of(
            new IssuedNumbers(
                    "NHS number",
                    "privacy/nhs-number",
                    "Her NHS number is %s.",
                    random -> retried(random, IssuedNumbers::nhs)),
            new IssuedNumbers(
                    "NPI",
                    "privacy/us-npi",
                    "Her NPI is %s.",
                    random -> luhn("80840", 1 + random.nextInt(2) + digits(random, 8))),
            new IssuedNumbers(
                    "payment card",
                    "privacy/payment-card",
                    "My card is %s.",
                    random -> luhn("", "4" + digits(random, 14))),
            new IssuedNumbers("DNI", "privacy/es-dni", "Su DNI es %s.", random -> dni(digits(random, 8), "")),
            new IssuedNumbers("NIE", "privacy/es-dni", "Su NIE es %s.", random -> dni(digits(random, 7), "Y")),
            new IssuedNumbers(
                    "IBAN, Spain", "privacy/iban", "Pay into %s please.", random -> iban("ES", digits(random, 20))),
            new IssuedNumbers(
                    "IBAN, Britain",
                    "privacy/iban",
                    "Pay into %s please.",
                    random -> iban("GB", "BARC" + digits(random, 14))),
            new IssuedNumbers("NIR, France", NATIONAL, "NIR : %s", IssuedNumbers::nir),
            new IssuedNumbers("BSN, Netherlands", NATIONAL, "BSN %s", random -> retried(random, IssuedNumbers::bsn)),
            new IssuedNumbers("PESEL, Poland", NATIONAL, "PESEL %s", IssuedNumbers::pesel),
            new IssuedNumbers("personnummer, Sweden", NATIONAL, "Personnummer %s", IssuedNumbers::personnummer),
            new IssuedNumbers("PPS number, Ireland", NATIONAL, "Her PPS number is %s.", IssuedNumbers::pps),
            new IssuedNumbers("VIN", "privacy/vehicle", "The car is %s.", IssuedNumbers::vin));

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** Some bodies have no check digit: then another is tried. */
    private static String retried(Random random, Function<Random, String> make) {
        String made = make.apply(random);
        return made.isEmpty() ? retried(random, make) : made;
    }

    private static String nhs(Random random) {
        String nine = digits(random, 9);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += Character.digit(nine.charAt(i), 10) * (10 - i);
        }
        int check = 11 - sum % 11;
        return check == 10 ? "" : nine + check % 11;
    }

    private static String luhn(String prefix, String body) {
        String all = prefix + body;
        int sum = 0;
        for (int i = 0; i < all.length(); i++) {
            int twice = Character.digit(all.charAt(all.length() - 1 - i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += twice / 10 + twice % 10;
        }
        return body + (10 - sum % 10) % 10;
    }

    private static String dni(String digits, String letter) {
        long number = Long.parseLong((letter.isEmpty() ? "" : String.valueOf("XYZ".indexOf(letter))) + digits);
        return letter + digits + "TRWAGMYFPDXBNJZSQVHLCKE".charAt((int) (number % 23));
    }

    private static String iban(String country, String account) {
        StringBuilder number = new StringBuilder();
        (account + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + String.format(Locale.ROOT, "%02d", check) + account;
    }

    private static String nir(Random random) {
        String body = (1 + random.nextInt(2))
                + digits(random, 2)
                + String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12))
                + digits(random, 8);
        return body + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(body) % 97);
    }

    private static String bsn(Random random) {
        String eight = digits(random, 8);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(eight.charAt(i), 10) * (9 - i);
        }
        return sum % 11 == 10 ? "" : eight + sum % 11;
    }

    private static String birthday(Random random) {
        return digits(random, 2)
                + String.format(Locale.ROOT, "%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static String pesel(Random random) {
        String ten = birthday(random) + digits(random, 4);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += Character.digit(ten.charAt(i), 10) * new int[] {1, 3, 7, 9}[i % 4];
        }
        return ten + (10 - sum % 10) % 10;
    }

    private static String personnummer(Random random) {
        String ten = luhn("", birthday(random) + digits(random, 3));
        return ten.substring(0, 6) + "-" + ten.substring(6);
    }

    private static String pps(Random random) {
        String seven = digits(random, 7);
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += Character.digit(seven.charAt(i), 10) * (8 - i);
        }
        return seven + "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23);
    }

    private static String vin(Random random) {
        String plain = "1HGCM826" + "0" + "3A" + digits(random, 6);
        String values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ"; // each letter's value is its place modulo ten
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += values.indexOf(plain.charAt(i))
                    % 10
                    * new int[] {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}[i];
        }
        return plain.substring(0, 8) + (sum % 11 == 10 ? "X" : String.valueOf(sum % 11)) + plain.substring(9);
    }
}
