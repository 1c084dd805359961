package health.clarion.library;

/**
 * The number to call in a country when a life is in danger: a row of {@code emergency.tsv}.
 *
 * @param country ISO 3166 code
 * @param number verbatim
 * @param source who says so
 */
public record Emergency(String country, String number, String source) {}
