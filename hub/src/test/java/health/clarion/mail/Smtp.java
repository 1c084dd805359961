package health.clarion.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that takes every letter and keeps it: just enough of RFC 5321. */
final class Smtp implements AutoCloseable {

    private final ServerSocket listening;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final CountDownLatch hesitating = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    Smtp() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next letter is read, and its yes waits for {@link #goOn}. */
    void hesitate() {
        gate = new CountDownLatch(1);
    }

    /** Waits until a letter was read and its yes is due. */
    void awaitHesitation() throws InterruptedException {
        if (!hesitating.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no letter came");
        }
    }

    void goOn() {
        gate.countDown();
    }

    private void hesitated() throws IOException {
        hesitating.countDown();
        try {
            if (!gate.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nobody said to go on");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /** Headers and text of what arrived, in order. */
    List<String> letters() {
        return List.copyOf(letters);
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket caller = listening.accept()) {
                talk(caller);
            } catch (IOException over) {
                // The next caller, or the end.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 here\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (word) {
                case "DATA" -> {
                    answer(out, "354 go on");
                    letters.add(letter(in));
                    hesitated();
                    answer(out, "250 kept");
                }
                case "QUIT" -> {
                    answer(out, "221 bye");
                    return;
                }
                default -> answer(out, "250 yes");
            }
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static void answer(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
