package health.clarion.safeguards.privacy;

import com.google.re2j.Pattern;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;

/**
 * Numbers a state or its health service gives a person: the NHS number and the United States' social security number. One whose check
 * digit or ranges are wrong is not taken for one, whatever the words around it say.
 */
final class NationalNumbers {
    private static final int CUE_REACH = 40;
    private static final Pattern NHS_CUE = Pattern.compile("\\bnhs\\b|health service number");
    private static final Pattern SSN_CUE = Pattern.compile("\\bssn\\b|social security|seguro social");

    /** Tells what a run of digits is, and whether it is one of these. */
    boolean look(Passage passage, Digits run, Consumer<Hit> hits) {
        String before = passage.folded().substring(Math.max(0, run.start() - CUE_REACH), run.start());
        if (isNhsNumber(run, before)) {
            hits.accept(Hit.of("privacy/nhs-number", passage.span(run.start(), run.end())));
            return true;
        }
        if (isSocialSecurityNumber(run, before)) {
            hits.accept(Hit.of("privacy/us-ssn", passage.span(run.start(), run.end())));
            return true;
        }
        return NHS_CUE.matcher(before).find() && run.digits().length() == 10;
    }

    private static boolean isNhsNumber(Digits run, String before) {
        boolean written =
                run.shape().equals("999 999 9999") || NHS_CUE.matcher(before).find();
        return written && run.digits().length() == 10 && !run.startsWithPlus() && nhsCheckDigitHolds(run.digits());
    }

    /**
     * The modulus 11 check of the NHS number: the first nine digits weighted 10 down to 2; eleven minus the remainder is the tenth
     * digit, eleven counts as 0 and ten is never issued. Source: NHS Data Model and Dictionary, attribute "NHS NUMBER".
     *
     * @param digits ten digits
     */
    static boolean nhsCheckDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        boolean allTheSame = digits.chars().distinct().count() == 1;
        return check != 10 && check == digits.charAt(9) - '0' && !allTheSame;
    }

    private static boolean isSocialSecurityNumber(Digits run, String before) {
        boolean written = run.shape().equals("999-99-9999")
                || run.digits().length() == 9 && SSN_CUE.matcher(before).find();
        return written && canBeIssued(run.digits());
    }

    /** Area not 000, 666 or 9xx, group not 00, serial not 0000. Source: US Social Security Administration, POMS RM 10201.035. */
    static boolean canBeIssued(String digits) {
        String area = digits.substring(0, 3);
        return !area.equals("000")
                && !area.equals("666")
                && area.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }
}
