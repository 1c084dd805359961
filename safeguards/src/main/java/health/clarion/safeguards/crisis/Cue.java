package health.clarion.safeguards.crisis;

/** What a phrase of the files of signs tells. */
sealed interface Cue permits Sign, Heard {}
