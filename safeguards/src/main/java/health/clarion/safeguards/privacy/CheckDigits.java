package health.clarion.safeguards.privacy;

/**
 * The check digits of numbers that states, banks and health services give out. Each method takes letters and digits only, letters in
 * upper case, of the right length and shape, and says whether the check holds.
 */
final class CheckDigits {
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String HETU_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final int[] ODD_FISCAL = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private CheckDigits() {}

    /** Luhn's sum (ISO/IEC 7812-1, annex B), the last digit being the check. */
    static boolean luhn(String digits) {
        return luhnSum(digits) % 10 == 0 && !allTheSame(digits);
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = at(digits, digits.length() - 1 - i);
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum;
    }

    /** Digits times weights, the first with the first. */
    static int weighed(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += at(digits, i) * weights[i];
        }
        return sum;
    }

    /**
     * The NHS number of England and Wales, and Scotland's CHI: nine digits weighted 10 down to 2; eleven minus the remainder is the tenth,
     * eleven counts as 0 and ten is never issued. Source: NHS Data Model and Dictionary, attribute "NHS NUMBER".
     */
    static boolean nhs(String ten) {
        int check = (11 - weighed(ten, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return check != 10 && check == at(ten, 9) && !allTheSame(ten);
    }

    /** Spain's DNI and NIE: the number modulo 23 chooses the letter; X, Y, Z stand for 0, 1, 2. Source: Ministerio del Interior. */
    static boolean dni(String dni) {
        String number = "XYZ".indexOf(dni.charAt(0)) < 0 ? dni : "XYZ".indexOf(dni.charAt(0)) + dni.substring(1);
        int last = number.length() - 1;
        return DNI_LETTERS.charAt((int) (Long.parseLong(number.substring(0, last)) % 23)) == number.charAt(last)
                && !allTheSame(number.substring(0, last));
    }

    /** Spain's social security number: the first ten digits modulo 97, a number below ten million without its zero. Source: TGSS. */
    static boolean spanishSocialSecurity(String twelve) {
        long province = Long.parseLong(twelve.substring(0, 2));
        long number = Long.parseLong(twelve.substring(2, 10));
        long whole = number < 10_000_000 ? province * 10_000_000 + number : province * 100_000_000 + number;
        return province >= 1 && province <= 66 && whole % 97 == Long.parseLong(twelve.substring(10));
    }

    /** IBAN: the first four moved to the end, letters as 10 to 35, remainder 1 modulo 97. Source: ISO 13616, ISO 7064. */
    static boolean iban(String iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    /** The US National Provider Identifier: Luhn's sum with 80840 before it. Source: CMS, NPI check digit calculation. */
    static boolean npi(String ten) {
        return luhnSum("80840" + ten) % 10 == 0;
    }

    /** The US Drug Enforcement Administration's number: two letters, six digits and their check. Source: 21 CFR 1301, DEA. */
    static boolean dea(String dea) {
        return "ABCDEFGHJKLMPRSTUX".indexOf(dea.charAt(0)) >= 0
                && weighed(dea.substring(2), 1, 2, 1, 2, 1, 2) % 10 == at(dea, 8);
    }

    /** France's NIR: the key is 97 minus the number modulo 97; in Corsica A and B lower it. Source: INSEE. */
    static boolean nir(String nir) {
        long corsica = nir.charAt(6) == 'A' ? 1_000_000 : nir.charAt(6) == 'B' ? 2_000_000 : 0;
        String digits = nir.substring(0, 13).replace('A', '0').replace('B', '0');
        if (!digits.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int month = Integer.parseInt(nir.substring(3, 5));
        boolean born = month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
        boolean sex = "12".indexOf(nir.charAt(0)) >= 0;
        return sex && born && 97 - (Long.parseLong(digits) - corsica) % 97 == Long.parseLong(nir.substring(13));
    }

    /** Italy's codice fiscale: odd and even places by their tables, modulo 26. Source: D.M. 23 December 1976. */
    static boolean codiceFiscale(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = code.charAt(i);
            int value = c >= 'A' ? c - 'A' : c - '0';
            sum += i % 2 == 0 ? ODD_FISCAL[value] : value;
        }
        return "ABCDEHLMPRST".indexOf(code.charAt(8)) >= 0 && code.charAt(15) == 'A' + sum % 26;
    }

    /**
     * Belgium's national number: 97 minus the first nine digits modulo 97, with a 2 before them from 2000 on.
     *
     * <p>Source: Royal Decree of 3 April 1984, article 4, as amended on 25 November 1997.
     */
    static boolean belgian(String eleven) {
        long nine = Long.parseLong(eleven.substring(0, 9));
        long check = Long.parseLong(eleven.substring(9));
        return month(eleven, 2) && (97 - nine % 97 == check || 97 - (2_000_000_000 + nine) % 97 == check);
    }

    /**
     * The Netherlands' BSN: weights 9 to 2 and -1, divisible by 11.
     *
     * <p>Source: Privacy Nieuws, "Wie gebruiken uw burgerservicenummer" (elfproef).
     */
    static boolean bsn(String nine) {
        return weighed(nine, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0 && !allTheSame(nine);
    }

    /**
     * ISO 7064 MOD 11,10: Germany's tax number and Croatia's OIB.
     *
     * <p>Source: ISO/IEC 7064; Wikipedia, "Personal identification number (Croatia)".
     */
    static boolean mod11And10(String eleven) {
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (at(eleven, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == at(eleven, 10) && !allTheSame(eleven);
    }

    /** Germany's health insurance number: the letter as two digits, weights 1 and 2 in turn, cross sums, modulo 10. Source: GKV. */
    static boolean kvnr(String kvnr) {
        String digits = "%02d".formatted(kvnr.charAt(0) - 'A' + 1) + kvnr.substring(1);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int value = at(digits, i) * (i % 2 + 1);
            sum += value / 10 + value % 10;
        }
        return sum % 10 == at(digits, 10);
    }

    /**
     * Portugal's NIF: weights 9 to 2, eleven minus the remainder, ten and eleven count as 0.
     *
     * <p>Source: Portugal Direct, "Validação Técnica do NIF".
     */
    static boolean portugueseNif(String nine) {
        int check = 11 - weighed(nine, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return "12356789".indexOf(nine.charAt(0)) >= 0 && (check > 9 ? 0 : check) == at(nine, 8) && !allTheSame(nine);
    }

    /** Poland's PESEL: weights 1, 3, 7, 9 over and over, divisible by 10; the month tells the century. Source: Wikipedia, "PESEL". */
    static boolean pesel(String eleven) {
        int month = Integer.parseInt(eleven.substring(2, 4)) % 20;
        return month >= 1
                && month <= 12
                && weighed(eleven, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0
                && !allTheSame(eleven);
    }

    /** Ireland's PPS number: weights 8 to 2, a second letter by 9, modulo 23 chooses the first letter. Source: Revenue. */
    static boolean pps(String pps) {
        int sum = weighed(pps, 8, 7, 6, 5, 4, 3, 2);
        if (pps.length() == 9 && pps.charAt(8) != 'W') {
            sum += (pps.charAt(8) - 'A' + 1) * 9;
        }
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == pps.charAt(7);
    }

    /**
     * Sweden's personnummer: a day of birth and Luhn's check over the last ten digits.
     *
     * <p>Source: Skatteverket, Rättslig vägledning, personnummer.
     */
    static boolean personnummer(String number) {
        String ten = number.substring(number.length() - 10);
        return luhn(ten) && month(ten, 2) && day(ten, 4);
    }

    /**
     * Finland's HETU: day of birth and running number modulo 31 choose the sign; a century letter may stand between.
     *
     * <p>Source: Wikipedia, "National identification number", Finland.
     */
    static boolean hetu(String hetu) {
        String digits = hetu.substring(0, 6) + hetu.substring(hetu.length() - 4, hetu.length() - 1);
        char check = HETU_SIGNS.charAt((int) (Long.parseLong(digits) % 31));
        return check == hetu.charAt(hetu.length() - 1) && day(hetu, 0) && month(hetu, 2);
    }

    /** Norway's fødselsnummer: two checks modulo 11. Source: fnrinfo.no, "Sjekk av kontrollsiffer". */
    static boolean fodselsnummer(String eleven) {
        return weighed(eleven, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && weighed(eleven, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0
                && !allTheSame(eleven);
    }

    /** Switzerland's AHV number: EAN-13's check, always begins 756. Source: sozialversicherungsnummer.ch, Aufbau der neuen AHV-Nummer. */
    static boolean ahv(String thirteen) {
        int sum = weighed(thirteen, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1);
        return thirteen.startsWith("756") && sum % 10 == 0;
    }

    /** Romania's CNP: weights 279146358279, modulo 11, ten counts as 1. Source: Wikipedia, "National identification number", Romania. */
    static boolean cnp(String thirteen) {
        int check = weighed(thirteen, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return thirteen.charAt(0) != '0'
                && month(thirteen, 3)
                && day(thirteen, 5)
                && (check == 10 ? 1 : check) == at(thirteen, 12);
    }

    /**
     * Czechia's and Slovakia's birth number of ten digits: divisible by 11; women's months are 50 more, some 20 or 70 more.
     *
     * <p>Source: Czech act 133/2000 Sb., as amended by 53/2004 Sb.
     */
    static boolean birthNumber(String ten) {
        int month = Integer.parseInt(ten.substring(2, 4)) % 50 % 20;
        return Long.parseLong(ten) % 11 == 0 && month >= 1 && month <= 12;
    }

    /**
     * Estonia's and Lithuania's code: weights 1 to 9 and 1; when ten remains, 3 to 9 and 1 to 3.
     *
     * <p>Source: Wikipedia, "Isikukood" (standard EVS 585).
     */
    static boolean baltic(String eleven) {
        int check = weighed(eleven, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        if (check == 10) {
            check = weighed(eleven, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        }
        return month(eleven, 3) && day(eleven, 5) && check == at(eleven, 10);
    }

    /**
     * Austria's social security number: weights 3, 7, 9, the check itself, 5, 8, 4, 2, 1, 6, modulo 11.
     *
     * <p>Source: Wikipedia, "Sozialversicherungsnummer".
     */
    static boolean svnr(String ten) {
        int check = weighed(ten, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11;
        return check != 10 && check == at(ten, 3) && ten.charAt(0) != '0';
    }

    /** Hungary's TAJ: weights 3 and 7 in turn, modulo 10. Source: Hungarian act XX of 1996 on identification codes. */
    static boolean taj(String nine) {
        return weighed(nine, 3, 7, 3, 7, 3, 7, 3, 7) % 10 == at(nine, 8) && !allTheSame(nine);
    }

    /** A vehicle identification number: letters as in 49 CFR 565.15, weights, modulo 11 in the ninth place. */
    static boolean vin(String vin) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            char c = vin.charAt(i);
            int value = c <= '9' ? c - '0' : "ABCDEFGH-JKLMN-P-R--STUVWXYZ".indexOf(c) < 0 ? -1 : letterOfVin(c);
            if (value < 0) {
                return false;
            }
            sum += value * new int[] {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}[i];
        }
        return vin.charAt(8) == (sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11));
    }

    private static int letterOfVin(char c) {
        return c <= 'H' ? c - 'A' + 1 : c <= 'R' ? c - 'J' + 1 : c - 'S' + 2;
    }

    private static boolean month(String digits, int from) {
        int month = Integer.parseInt(digits.substring(from, from + 2));
        return month >= 1 && month <= 12;
    }

    private static boolean day(String digits, int from) {
        int day = Integer.parseInt(digits.substring(from, from + 2));
        return day >= 1 && day <= 31;
    }

    private static boolean allTheSame(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    private static int at(String digits, int place) {
        return digits.charAt(place) - '0';
    }
}
