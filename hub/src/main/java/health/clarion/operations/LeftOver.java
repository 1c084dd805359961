package health.clarion.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server that runs on a folder now, as its note ({@code postmaster.pid}) says and the operating system
 * confirms. A note alone proves nothing: the process number may have passed to another program.
 *
 * @param pid its process number
 * @param port the port it listens on
 */
record LeftOver(long pid, int port) {

    static Path note(Path folder) {
        return folder.resolve("postmaster.pid");
    }

    /** The server running on this folder, if one does. */
    static Optional<LeftOver> in(Path folder) {
        try {
            List<String> lines = Files.readAllLines(note(folder));
            long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> serves(process, folder))
                    .map(process -> new LeftOver(pid, port));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException noUsableNote) {
            return Optional.empty();
        }
    }

    // On Linux a server's working directory is its data folder; elsewhere the command line names it.
    private static boolean serves(ProcessHandle process, Path folder) {
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            if (Files.exists(workingDirectory) && Files.isSymbolicLink(workingDirectory)) {
                return Files.readSymbolicLink(workingDirectory).equals(folder.toRealPath());
            }
        } catch (IOException notOurs) {
            return false;
        }
        ProcessHandle.Info info = process.info();
        return info.command().filter(command -> command.contains("postgres")).isPresent()
                && info.commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent();
    }
}
