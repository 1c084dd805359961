package health.clarion.safeguards;

/**
 * How hard a text is to read, by the formula for its language.
 *
 * @param grade years of school a reader needs (English: Flesch-Kincaid; otherwise read off the ease), 0 for a text without words
 * @param ease 0 to 100 for usual texts, higher is easier (English: Flesch; Spanish: Fernández-Huerta; Catalan: our adaptation of it)
 * @param age the reading age in years: grade plus five, the age at which school starts
 */
public record Reading(double grade, double ease, int age) {}
