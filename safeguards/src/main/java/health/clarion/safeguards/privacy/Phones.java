package health.clarion.safeguards.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Pattern;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Phone numbers that exist, by libphonenumber. Freephone, shared-cost and service numbers belong to organisations, never to a person,
 * and stay silent, as do the contacts the organisation lists.
 */
final class Phones {
    private static final int CUE_REACH = 30;
    private static final Pattern CUE = Pattern.compile(
            "\\b(phone|tel|telephone|call|ring|text|mobile|mob|cell|whatsapp|fax|numero|numero de|telefono|telefon|movil|mobil|llama|truca)\\b");
    private static final Set<PhoneNumberType> OF_ORGANISATIONS = Set.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    void look(Passage passage, Digits run, Draft draft, Contacts contacts, Consumer<Hit> hits) {
        if (contacts.allowsNumber(run.digits())) {
            return;
        }
        String before = passage.folded().substring(Math.max(0, run.start() - CUE_REACH), run.start());
        boolean cued = CUE.matcher(before).find();
        for (String region : regions(draft, run)) {
            if (looksNational(run, region, cued) && isPersonal(run, region)) {
                hits.accept(Hit.of("privacy/phone", passage.span(run.start(), run.end())));
                return;
            }
        }
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

    private boolean isPersonal(Digits run, String region) {
        try {
            PhoneNumber number = numbers.parse(run.startsWithPlus() ? "+" + run.digits() : run.digits(), region);
            return numbers.isValidNumber(number) && !OF_ORGANISATIONS.contains(numbers.getNumberType(number));
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
