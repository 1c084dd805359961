package health.clarion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes sent to the hub as they are, where no client library would send such a thing. */
public final class RawRequest {

    private static final int PATIENCE_MILLIS = 30_000;

    private RawRequest() {}

    /** The whole answer, head and body; empty when the connection was closed without one. */
    public static String send(int port, byte[] bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException hungUp) {
                // The server has heard enough; what it said is still there to be read.
            }
            return new String(read(socket), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static String send(int port, String bytes) {
        return send(port, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        try {
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                all.write(piece, 0, n);
            }
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException reset) {
            return all.toByteArray();
        }
        return all.toByteArray();
    }

    /** The number in the first line of an answer. */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
