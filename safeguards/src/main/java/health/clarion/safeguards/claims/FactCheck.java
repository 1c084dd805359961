package health.clarion.safeguards.claims;

import health.clarion.safeguards.Checked;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim that somebody checked, as ClaimReview describes it (schema.org).
 *
 * @param id what it is called in its library
 * @param claim what was claimed, in one sentence
 * @param title the headline of the check, or ""
 * @param subtitle what the check found, in a sentence or two, or ""
 * @param lang the language of the claim, two letters
 * @param date when it was checked, or null
 * @param verdict what the checker says of it, in the checker's words, or ""
 * @param publisher who checked it, or ""
 * @param source the address of the check, or ""
 */
public record FactCheck(
        String id,
        String claim,
        String title,
        String subtitle,
        String lang,
        @Nullable LocalDate date,
        String verdict,
        String publisher,
        String source) {
    public FactCheck {
        Objects.requireNonNull(id);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(title);
        Objects.requireNonNull(subtitle);
        Objects.requireNonNull(lang);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(source);
    }

    /** An English claim of which nothing else is known. */
    public static FactCheck of(String id, String claim) {
        return new FactCheck(id, claim, "", "", "en", null, "", "", "");
    }

    /** The same with a headline and what the check found; "" where there is none. */
    public FactCheck withTitle(String title, String subtitle) {
        return new FactCheck(id, claim, title, subtitle, lang, date, verdict, publisher, source);
    }

    /** The same with the day it was checked, as written; a text that is no day leaves it unknown. */
    public FactCheck withDate(String date) {
        return new FactCheck(id, claim, title, subtitle, lang, Dates.read(date), verdict, publisher, source);
    }

    /** The same in another language; of a tag such as {@code es-ES} only the language counts. */
    public FactCheck withLang(String lang) {
        int dash = lang.indexOf('-');
        String language = (dash < 0 ? lang : lang.substring(0, dash)).toLowerCase(Locale.ROOT);
        return new FactCheck(id, claim, title, subtitle, language, date, verdict, publisher, source);
    }

    /** The same with what the checker says of it, who that is, and where it stands. */
    public FactCheck withVerdict(String verdict, String publisher, String source) {
        return new FactCheck(id, claim, title, subtitle, lang, date, verdict, publisher, source);
    }

    /** The same claim said in another language, whose two letters are put behind its id; headline and finding are left out. */
    FactCheck said(String claim, String lang) {
        return new FactCheck(id + "-" + lang, claim, "", "", lang, date, verdict, publisher, source);
    }

    /** What it says, for those who only read it. */
    public Checked said() {
        return new Checked(claim, verdict, publisher, source, date);
    }

    /** The same in other words. */
    FactCheck worded(String claim, String title, String subtitle) {
        return new FactCheck(id, claim, title, subtitle, lang, date, verdict, publisher, source);
    }

    /** The same, checked on this day. */
    FactCheck on(@Nullable LocalDate date) {
        return new FactCheck(id, claim, title, subtitle, lang, date, verdict, publisher, source);
    }
}
