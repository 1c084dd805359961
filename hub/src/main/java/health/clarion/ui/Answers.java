package health.clarion.ui;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers in words from a filter, where no controller is there to throw what went wrong. */
public interface Answers {

    /** The page about what went wrong, or problem+json for a program. */
    void send(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException;
}
