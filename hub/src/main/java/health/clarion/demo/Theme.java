package health.clarion.demo;

/** The campaigns of the demonstration. */
enum Theme {
    ONE_OPEN_DOOR,
    ASK_TWICE,
    EVERYONE_REACHES
}
