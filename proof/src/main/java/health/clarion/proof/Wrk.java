package health.clarion.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command wrk: one load, over so many connections, for so many seconds. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern READ = Pattern.compile("(\\d+) requests in [^,]+, ([\\d.]+)([KMG])B read");
    private static final Pattern BAD_STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final Path folder;
    private final int connections;
    private final int seconds;

    Wrk(Path folder, int connections, int seconds) {
        this.folder = folder;
        this.connections = connections;
        this.seconds = seconds;
    }

    static boolean isHere() {
        try {
            Process asked = new ProcessBuilder("wrk", "--version")
                    .redirectErrorStream(true)
                    .start();
            asked.getInputStream().readAllBytes();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    /** @throws IOException when wrk says something that can't be read */
    Results.Round load(Ask ask) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("ask.lua"), script(ask));
        List<String> command = new ArrayList<>(List.of("wrk", "--latency", "-t", "2"));
        command.addAll(List.of("-c", "" + connections, "-d", seconds + "s", "-s", script.toString(), ask.address()));
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        requireWhole(said, ask.answer().body().length);
        return read(said);
    }

    // wrk goes on with plain visits when its script is wrong, and takes a redirection for a success: both are shorter.
    static void requireWhole(String said, int bytes) throws IOException {
        Matcher matcher = READ.matcher(said);
        if (!matcher.find()) {
            throw new IOException("wrk said something else: " + said);
        }
        double unit = Math.pow(1024, 1 + "KMG".indexOf(matcher.group(3)));
        double each = Double.parseDouble(matcher.group(2)) * unit / Double.parseDouble(matcher.group(1));
        if (each < 0.9 * bytes) {
            throw new IOException("wrk got other answers than were measured for it: " + said);
        }
    }

    static Results.Round read(String said) throws IOException {
        return new Results.Round(
                Double.parseDouble(found(RATE, said)),
                percentile(said, 50),
                percentile(said, 99),
                sum(BAD_STATUS, said) + sum(BROKEN, said));
    }

    private static String found(Pattern pattern, String said) throws IOException {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IOException("wrk said something else: " + said);
        }
        return matcher.group(1);
    }

    private static double percentile(String said, int percent) throws IOException {
        Matcher matcher =
                Pattern.compile("\\s" + percent + "%\\s+([\\d.]+)(us|ms|s)").matcher(said);
        if (!matcher.find()) {
            throw new IOException("wrk said something else: " + said);
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> number / 1_000;
            case "ms" -> number;
            default -> number * 1_000;
        };
    }

    private static int sum(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        int sum = 0;
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                sum += Integer.parseInt(matcher.group(group));
            }
        }
        return sum;
    }

    private static String script(Ask ask) {
        StringBuilder lua = new StringBuilder();
        for (Map.Entry<String, String> header : ask.headers().entrySet()) {
            lua.append("wrk.headers[ %s ] = %s%n".formatted(quoted(header.getKey()), quoted(header.getValue())));
        }
        if (!ask.form().isEmpty()) {
            lua.append("""
                    local number = 0
                    local form = %s
                    function request()
                      number = number + 1
                      local body = form:gsub("%%%%n", tostring(number))
                      return wrk.format("POST", nil, nil, body)
                    end
                    """.formatted(quoted(ask.form())));
        }
        return lua.toString();
    }

    private static String quoted(String text) {
        return "[==[" + text + "]==]";
    }
}
