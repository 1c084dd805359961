package health.clarion.safeguards;

/**
 * How hard a text is to read.
 *
 * @param grade years of school a reader needs, 0 for a text without words. English: by Clarion's model of difficulty, 0 to 20; Spanish and
 *     Catalan: read off the ease
 * @param ease 0 to 100 for usual texts, higher is easier. English: the grade on Flesch's scale; Spanish: Fernández-Huerta; Catalan: our
 *     adaptation of it
 * @param age the reading age in years: grade plus five, the age at which school starts
 */
public record Reading(double grade, double ease, int age) {}
