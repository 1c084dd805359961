package health.clarion.safeguards.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which numbers can have been given out, where ranges and letters say so instead of a check digit. Letters in upper case. */
final class Issued {
    private static final Set<String> NEVER_NI = Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ"); // HMRC, NIM39110
    private static final Set<String> SHOWN_IN_PRINT =
            Set.of("078051120", "219099999"); // SSA: printed on cards in shops

    /** How long a country's IBAN is. Source: SWIFT, IBAN Registry. */
    private static final Map<String, Integer> IBAN_LENGTHS = lengths(
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 "
                    + "KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20");

    private Issued() {}

    private static Map<String, Integer> lengths(String listed) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : listed.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return lengths;
    }

    /** How long the IBAN of a country is, or 0 when it has none. */
    static int ibanLength(char first, char second) {
        return IBAN_LENGTHS.getOrDefault("" + first + second, 0);
    }

    /** A British National Insurance number. Source: HMRC National Insurance Manual, NIM39110. */
    static boolean nationalInsurance(String number) {
        return "DFIQUV".indexOf(number.charAt(0)) < 0
                && "DFIQUVO".indexOf(number.charAt(1)) < 0
                && !NEVER_NI.contains(number.substring(0, 2))
                && !number.startsWith("000000", 2)
                && "ABCD".indexOf(number.charAt(8)) >= 0;
    }

    /** Area not 000, 666 or 9xx, group not 00, serial not 0000. Source: US Social Security Administration, POMS RM 10201.035. */
    static boolean socialSecurity(String digits) {
        return !digits.startsWith("000")
                && !digits.startsWith("666")
                && digits.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000")
                && !SHOWN_IN_PRINT.contains(digits);
    }

    /** A US individual taxpayer number: 9, and a group of 50-65, 70-88, 90-92 or 94-99. Source: IRS, Publication 1915. */
    static boolean itin(String digits) {
        int group = Integer.parseInt(digits.substring(3, 5));
        boolean ranged = group >= 50 && group <= 65 || group >= 70 && group <= 88 || group >= 90 && group != 93;
        return digits.charAt(0) == '9' && ranged;
    }

    /** A Medicare beneficiary identifier: first digit 1-9, letters without S, L, O, I, B, Z. Source: CMS, MBI format. */
    static boolean medicareBeneficiary(String number) {
        for (int i = 0; i < number.length(); i++) {
            if ("SLOIBZ".indexOf(number.charAt(i)) >= 0) {
                return false;
            }
        }
        return number.charAt(0) != '0';
    }

    /** A British driver number: name, decade, month (women's plus 50), day, year, initials. Source: DVLA. */
    static boolean ukDriver(String number) {
        int month = Integer.parseInt(number.substring(6, 8)) % 50;
        int day = Integer.parseInt(number.substring(8, 10));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** A Catalan health card: four letters, sex, a day of birth, three digits. Source: CatSalut, codi d'identificació personal. */
    static boolean catalanHealthCard(String code) {
        int month = Integer.parseInt(code.substring(7, 9));
        int day = Integer.parseInt(code.substring(9, 11));
        return "01".indexOf(code.charAt(4)) >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** A payment card: a network's first digits, its lengths, Luhn's check. Source: ISO/IEC 7812, the networks' ranges. */
    static boolean paymentCard(String digits) {
        int length = digits.length();
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        boolean known =
                switch (digits.charAt(0)) {
                    case '1' -> length == 15;
                    case '2' -> four >= 2221 && four <= 2720 && length == 16 || four == 2131 && length == 15;
                    case '3' ->
                        two == 34 || two == 37
                                ? length == 15
                                : two == 30 || two == 36 || two == 38 || two == 39
                                        ? length >= 14
                                        : two == 35 && length >= 16;
                    case '4' -> length == 13 || length == 16 || length == 19;
                    case '5' -> two >= 51 && two <= 55 ? length == 16 : two != 59 && two != 54;
                    case '6' -> true;
                    default -> false;
                };
        return known && CheckDigits.luhn(digits);
    }
}
