package health.clarion.audit;

import health.clarion.audit.Audit.Head;
import health.clarion.audit.Audit.Verdict;
import health.clarion.operations.HubCommand;
import health.clarion.operations.OperationsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code clarion audit verify [--anchor FILE]}: recomputes the chain and says whether a row was changed. */
@Component
class AuditCommand implements HubCommand {

    private final Audit audit;

    AuditCommand(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String verb() {
        return "audit";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        return switch (audit.verify(anchor(arguments))) {
            case Verdict.Intact intact -> {
                out.println("The audit is intact: " + intact.entries() + " entries, " + intact.unsealed()
                        + " of them waiting for the next seal.");
                out.println("Head: " + intact.head().lastEntry() + " "
                        + intact.head().hash());
                yield 0;
            }
            case Verdict.Broken broken -> {
                out.println("The audit was tampered with at entry " + broken.atEntry() + ": " + broken.why() + ".");
                yield 1;
            }
        };
    }

    private static @Nullable Head anchor(List<String> arguments) {
        if (arguments.equals(List.of("verify"))) {
            return null;
        }
        if (arguments.size() == 3
                && arguments.get(0).equals("verify")
                && arguments.get(1).equals("--anchor")) {
            return read(Path.of(arguments.get(2)));
        }
        throw new OperationsException("Say: clarion audit verify, or: clarion audit verify --anchor FILE");
    }

    private static Head read(Path file) {
        try {
            return Anchors.read(file)
                    .orElseThrow(() -> new OperationsException(
                            file + " is not an anchor: it holds a number and a hash on one line."));
        } catch (IOException unreadable) {
            throw new OperationsException("The anchor " + file + " can't be read.", unreadable);
        }
    }
}
