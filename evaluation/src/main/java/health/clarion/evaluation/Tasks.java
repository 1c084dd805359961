package health.clarion.evaluation;

import java.util.List;

/** Every task there is, in the order of the table. */
public final class Tasks {
    /** One line a task. */
    public static final List<Task> ALL = List.of(
            new PrivacyAsqPhi("privacy-asq-phi", "pii/asq_phi"),
            new PrivacyPresidio("privacy-presidio", "pii/presidio_synth_v2"),
            new Identifiers("identifiers", "pii/presidio_vectors"),
            new CrisisPosts("crisis-cssrs", "crisis/cssrs_posts"),
            new CrisisSentences("crisis-sentences", "our own sentences"),
            new CrisisFalseAlarms("crisis-false-alarms", "firehose/health_posts"),
            new ClaimsCheckworthy("checkworthy-cure", "claim_check/cw_cure", "checkworthy", 0.75, "TF-IDF .52"),
            new ClaimsCheckworthy("checkworthy-ct22", "claim_check/ct22_1a_checkworthy", "label", 0.68, "TF-IDF .59"),
            new ClaimsMatch("claims-match-2020", "claim_match/clef2020_t2", 0.93, "Buster.AI .929 (on the test part)"),
            new ClaimsMatch(
                    "claims-match-2022", "claim_match/clef2022_2a", 0.945, ".956 with large models (test part)"),
            new ClaimsNotKnown("claims-not-known", "claim_match/clef2022_2a"),
            new ClaimsOwn("claims-own-es", "claim_match", "es", "Spanish"),
            new ClaimsOwn("claims-own-ca", "claim_match", "ca", "Catalan"),
            new LanguageStigma("language-stigma", "stigma/retext_equality_rules"),
            new ReadingDifficulty("reading-clear", "readability/clear", "bt_easiness", true, 0.82),
            new ReadingDifficulty("reading-medreadme", "readability/medreadme", "readability", false, 0.83),
            new ReadingFormulas("reading-formulas", "readability/textstat_vectors"),
            new AnswersCovidQ("answers-covidq", "faq/covid_q"),
            new AnswersMedquad("answers-medquad", "faq/medquad_liveqa"),
            new NamesWnut17("names-wnut17", "pii/wnut17_names"),
            new NamesIberian("names-es-ca", "pii"));

    private Tasks() {}
}
