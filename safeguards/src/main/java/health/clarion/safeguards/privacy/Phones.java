package health.clarion.safeguards.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Pattern;
import health.clarion.safeguards.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Phone numbers that exist, by libphonenumber. Freephone, shared-cost and service numbers belong to organisations, never to a person,
 * and stay silent, as do the contacts the organisation lists.
 */
final class Phones {
    private static final int CUE_REACH = 30;
    private static final Pattern CUE = Pattern.compile(
            "\\b(phones?|tel|telephone|call|calls|ring|texts?|texting|sms|mobile|mob|cell|cellphone|whatsapp|fax|pager|contact|reach|reached|message|messages to|messaging|dial|answering at|numero|numero de|telefono|telefon|movil|mobil|llama|llamame|llamar|contacto|truca|trucar|truqueu|contacte)\\b");
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;

    /** Freephone and service prefixes of the countries our readers live in. */
    private static final Pattern FREE = Pattern.compile(
            "^(0?800|0?808|03(0|3[03]|4[345]|7[012])|084|1?8(00|33|44|55|66|77|88)|90[0-2]|116|1800|1300|24|024)");

    private static final Set<PhoneNumberType> OF_ORGANISATIONS = Set.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    void look(Scene scene, Digits run, Draft draft, Contacts contacts) {
        if (contacts.allowsNumber(run.digits())
                || scene.touches(run.start(), run.end())
                || scene.isDate(run.start(), run.end())) {
            return;
        }
        String before = scene.text().substring(Math.max(0, run.start() - CUE_REACH), run.start());
        boolean cued = CUE.matcher(before).find();
        for (String region : regions(draft, run)) {
            if (looksNational(run, region, cued)) {
                PhoneNumberType type = type(run, region);
                if (OF_ORGANISATIONS.contains(type) && !isOnesOwn(scene, run, type)) {
                    return;
                }
                if (type != PhoneNumberType.UNKNOWN) {
                    scene.tell("privacy/phone", run.start(), run.end());
                    return;
                }
            }
        }
        if (cued && isWrittenAsPhone(run)) {
            scene.tell("privacy/phone", run.start(), run.end());
        }
    }

    /** "Phone:" beside a name, as in a signature, is that person's, though firms may have numbers of the kind; freephone never is. */
    private static boolean isOnesOwn(Scene scene, Digits run, PhoneNumberType type) {
        int at = run.start() - 1;
        while (at >= 0 && Character.isWhitespace(scene.text().charAt(at))) {
            at--;
        }
        return type != PhoneNumberType.TOLL_FREE
                && scene.hasName()
                && at >= 0
                && scene.text().charAt(at) == ':';
    }

    /** After words such as "call me on", digits in groups are a phone number even where no plan at hand knows them. */
    private static boolean isWrittenAsPhone(Digits run) {
        int digits = run.digits().length();
        boolean local = run.shape().equals("999 9999") || run.shape().equals("999-9999");
        return (digits >= FEWEST_DIGITS || local)
                && digits <= MOST_DIGITS
                && !FREE.matcher(run.digits()).find();
    }

    private static List<String> regions(Draft draft, Digits run) {
        if (run.startsWithPlus()) {
            return List.of("ZZ");
        }
        String stated = Locale.forLanguageTag(draft.lang()).getCountry();
        return switch (draft.language()) {
            case "es", "ca" -> stated.isEmpty() ? List.of("ES") : List.of(stated, "ES");
            default -> stated.isEmpty() ? List.of("GB", "US", "ES") : List.of(stated, "GB", "US");
        };
    }

    /** Whether people of a region write a number so: a valid number by chance, such as a count or a year range, is not enough. */
    private static boolean looksNational(Digits run, String region, boolean cued) {
        String shape = run.shape();
        return switch (region) {
            case "ZZ" -> true;
            case "GB" -> run.digits().startsWith("0");
            case "ES" ->
                shape.equals("999 999 999")
                        || shape.equals("999 99 99 99")
                        || shape.equals("99 999 99 99")
                        || shape.equals("999-999-999")
                        || shape.equals("999999999") && cued;
            case "US", "CA" ->
                shape.equals("(999) 999-9999")
                        || shape.equals("(999)999-9999")
                        || shape.equals("999-999-9999")
                        || shape.equals("999.999.9999")
                        || shape.equals("9-999-999-9999")
                        || shape.equals("999 999 9999")
                        || shape.equals("9999999999") && cued;
            default -> cued || run.digits().startsWith("0");
        };
    }

    /** What kind of number it is in a region; unknown when it is none. */
    private PhoneNumberType type(Digits run, String region) {
        try {
            PhoneNumber number = numbers.parse(run.startsWithPlus() ? "+" + run.digits() : run.digits(), region);
            return numbers.isValidNumber(number) ? numbers.getNumberType(number) : PhoneNumberType.UNKNOWN;
        } catch (NumberParseException notANumber) {
            return PhoneNumberType.UNKNOWN;
        }
    }
}
