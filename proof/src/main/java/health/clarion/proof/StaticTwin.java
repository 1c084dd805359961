package health.clarion.proof;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat of the hub's kind, on loopback, that answers everything with bytes it already has. */
final class StaticTwin implements AutoCloseable {

    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final Tomcat tomcat;

    private StaticTwin(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /** @param folder where Tomcat may put what it needs; the caller removes it */
    static StaticTwin of(HttpResponse<byte[]> answer, Path folder) throws IOException {
        TOMCAT.setLevel(Level.SEVERE);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context root = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(root, "bytes", new Bytes(answer));
        root.addServletMappingDecoded("/*", "bytes");
        try {
            tomcat.start();
        } catch (LifecycleException failed) {
            throw new IOException(failed);
        }
        return new StaticTwin(tomcat);
    }

    String address() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/";
    }

    private static final class Bytes extends HttpServlet {

        private final transient byte[] body;
        private final String type;
        private final String encoding;

        private Bytes(HttpResponse<byte[]> answer) {
            this.body = answer.body();
            this.type = answer.headers().firstValue("Content-Type").orElse("text/html;charset=UTF-8");
            this.encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentType(type);
            if (!encoding.equals("identity")) {
                response.setHeader("Content-Encoding", encoding);
            }
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException failed) {
            throw new IOException(failed);
        }
    }
}
