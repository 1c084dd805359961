package health.clarion.demo;

import health.clarion.operations.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells whoever started the demonstration how to sign in as each role. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class DemoWelcome implements Welcome {

    private final DemoTokens tokens;
    private final RealServer real;

    DemoWelcome(DemoTokens tokens, RealServer real) {
        this.tokens = tokens;
        this.real = real;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("This is a demonstration: Harbour Minds, its people and its figures are invented.");
        lines.add("Sign in as anyone; the password is the same for all: " + Cast.PASSWORD);
        for (Cast.Part part : Cast.Part.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-14s %-32s %s",
                    part.role().id(),
                    part.email().value(),
                    part.fullName()));
        }
        lines.add("API tokens, one for each role: " + tokens.file());
        lines.add(real.line());
        return lines;
    }
}
