package health.clarion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What no answer to anybody may hold, however wrong things went: our insides. */
public final class NothingLeaks {

    private static final Pattern INSIDES = Pattern.compile(String.join(
            "|",
            "\\bat [a-z]\\w*(\\.[\\w$]+)+\\(", // a stack trace
            "\\b(java|javax|jakarta|sun|org\\.(springframework|apache|postgresql)|com\\.(zaxxer|github)|tools\\.jackson"
                    + "|health\\.clarion|gg\\.jte)\\.[\\w.$]+",
            "\\b[A-Z]\\w+(Exception|Throwable)\\b",
            "(?i:\\binsert into \\w|\\bdelete from \\w|\\bselect [\\w.*, ]+ from \\w+\\.|\\bsqlstate\\b|\\bjdbc:)",
            "(?i:relation \"|violates \\w+[- ]\\w* ?constraint|duplicate key)",
            "(?<![\\w.])/(root|tmp|home|usr|var|proc)/\\w",
            "Apache Tomcat|Whitelabel"));

    private NothingLeaks() {}

    /** Fails when an answer shows a stack trace, a class, SQL, a file's path or the server's name. */
    public static void in(String answer) {
        assertThat(INSIDES.matcher(answer).results().map(found -> found.group()))
                .as("insides in: %s", answer.length() > 2_000 ? answer.substring(0, 2_000) : answer)
                .isEmpty();
    }
}
