package health.clarion.evaluation;

import java.util.List;

/** Every task there is, in the order of the table. */
public final class Tasks {
    /** One line a task. */
    public static final List<Task> ALL = List.of(
            new PrivacyAsqPhi("privacy-asq-phi", "pii/asq_phi"),
            new PrivacyPresidio("privacy-presidio", "pii/presidio_synth_v2"),
            new Identifiers("identifiers", "pii/presidio_vectors"),
            new ClaimsCheckworthy("checkworthy-cure", "claim_check/cw_cure"),
            new CrisisPosts("crisis-cssrs", "crisis/cssrs_posts"),
            new CrisisFalseAlarms("crisis-false-alarms", "firehose/health_posts"),
            new LanguageStigma("language-stigma", "stigma/retext_equality_rules"),
            new ReadingDifficulty("reading-clear", "readability/clear", "bt_easiness", true, 0.82),
            new ReadingDifficulty("reading-medreadme", "readability/medreadme", "readability", false, 0.83),
            new ReadingFormulas("reading-formulas", "readability/textstat_vectors"),
            new NamesWnut17("names-wnut17", "pii/wnut17_names"));

    private Tasks() {}
}
