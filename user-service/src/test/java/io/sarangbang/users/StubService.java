package io.sarangbang.users;

import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.defaults.service.ServiceSettings;
import io.sarangbang.defaults.token.BadToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Another service, on a real socket: it may be down, hang, or answer what makes no sense. It lets nobody in but user-service,
 * with a token that is meant for it.
 */
public final class StubService implements AutoCloseable {

    /** Shared by all services of the tests; no deployment has it. */
    public static final String SECRET = "kW3pZ7vNq1xT9mB5rJ4cLs8PfUe2HdAy";

    /** Something that was asked for. */
    public record Asked(String what, Instant at) {}

    /** How it answers. */
    public interface Manner {
        void answer(String what, OutputStream out) throws IOException, InterruptedException;
    }

    private final String name;
    private final ServiceCredentials credentials;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private ServerSocket door;
    private volatile Manner manner = status(204);
    private volatile CountDownLatch hung = new CountDownLatch(1);

    public StubService(String name) {
        this.name = name;
        this.credentials = credentials(name);
        this.door = listen(0);
    }

    /** What a service of this name shows others, and takes. */
    public static ServiceCredentials credentials(String name) {
        return new ServiceCredentials(name, new ServiceSettings(SECRET), Clock.systemUTC());
    }

    public static Manner status(int status) {
        return (_, out) -> head(out, status, "Content-Length: 0");
    }

    public static Manner json(String body) {
        return bytes(body.getBytes(StandardCharsets.UTF_8));
    }

    public static Manner bytes(byte[] body) {
        return (_, out) -> {
            head(out, 200, "Content-Type: application/json", "Content-Length: " + body.length);
            out.write(body);
        };
    }

    /** Says how long its answer is, and closes the connection before. */
    public static Manner brokenOff(String body) {
        return (_, out) -> {
            head(out, 200, "Content-Type: application/json", "Content-Length: " + (body.length() + 100));
            out.write(body.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** As much as it writes, and no word of how much that is. */
    public static Manner stream(Manner body) {
        return (what, out) -> {
            head(out, 200, "Content-Type: application/json");
            body.answer(what, out);
        };
    }

    public static Manner slow(Duration pause, Manner then) {
        return (what, out) -> {
            Thread.sleep(pause); // what is imitated is the time itself
            then.answer(what, out);
        };
    }

    public static Manner garbage() {
        return (_, out) -> out.write("220 mail.example ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes the request and says nothing, until {@link #behaves}. */
    public Manner hanging() {
        return (_, _) -> hung.await();
    }

    public void behaves(Manner how) {
        manner = how;
        hung.countDown();
        hung = new CountDownLatch(1);
    }

    public int port() {
        return door.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** What was asked for since, of this account. */
    public List<Asked> asked(Object account) {
        return asked.stream()
                .filter(it -> it.what().contains(account.toString()))
                .toList();
    }

    /** Refuses connections from now on, and breaks those it has. */
    public void stops() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void comesBack() {
        if (door.isClosed()) {
            door = listen(door.getLocalPort());
        }
    }

    @Override
    public void close() {
        hung.countDown();
        stops();
    }

    private ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            Thread.ofPlatform().daemon().name(name).start(() -> serve(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                // closed: the loop ends
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            var what = in.readLine();
            if (what == null) {
                return;
            }
            answer(what.replace(" HTTP/1.1", ""), isOneOfUs(in), connection.getOutputStream());
        } catch (IOException _) {
            // whoever asked has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private void answer(String what, boolean isOneOfUs, OutputStream out) throws IOException, InterruptedException {
        if (what.equals("GET /.well-known/jwks.json")) {
            json(TokenMint.published()).answer(what, out);
        } else if (!isOneOfUs) {
            head(out, 401, "Content-Length: 0");
        } else {
            asked.add(new Asked(what, Instant.now()));
            manner.answer(what, out);
        }
        out.flush();
    }

    private boolean isOneOfUs(BufferedReader in) throws IOException {
        var token = "";
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Authorization: Bearer ", 0, 22)) {
                token = line.substring(22);
            }
        }
        try {
            return "user-service".equals(credentials.verify(token));
        } catch (BadToken e) {
            return false;
        }
    }

    private static void head(OutputStream out, int status, String... headers) throws IOException {
        var head = "HTTP/1.1 " + status + " it is\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }
}
