import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What it costs the gateway to know who calls: the same small answer fetched over an open route, with a token that is
 * remembered, and with a new token every time, from a real gateway process over real connections. Only differences within
 * one run say anything; machines differ.
 *
 * <p>Arguments: the command that starts the gateway.
 */
final class TokenCheck {

    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 5;
    private static final int PER_ROUND = 4_000;
    private static final int WARM_UP = 6_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is compared, each with where it is fetched. */
    private enum Kind {
        OPEN("open route", "/.well-known/jwks.json"),
        KNOWN("token that is known", "/api/users/me"),
        NEW("new token each time", "/api/users/me");

        private final String title;
        private final String path;

        Kind(String title, String path) {
            this.title = title;
            this.path = path;
        }
    }

    private record Figures(double p50, double p99, double cpu) {}

    private final Issuer issuer = new Issuer();
    private final HttpServer services = services();
    private final int port = freePort();

    static void main(String[] command) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or answers wait 40 ms for an acknowledgement
        new TokenCheck().run(command);
    }

    private void run(String[] command) throws Exception {
        var gateway = start(command);
        try {
            awaitReady(gateway);
            var known = issuer.token();
            for (var kind : Kind.values()) {
                measure(gateway, kind, WARM_UP, known);
            }
            var rounds = new EnumMap<Kind, List<Figures>>(Kind.class);
            for (int round = 0; round < ROUNDS; round++) {
                for (var kind : Kind.values()) {
                    rounds.computeIfAbsent(kind, _ -> new ArrayList<>())
                            .add(measure(gateway, kind, PER_ROUND, known));
                }
            }
            print(rounds);
        } finally {
            gateway.destroy();
            gateway.waitFor();
            services.stop(0);
        }
    }

    private Process start(String[] command) throws IOException {
        var url = "http://127.0.0.1:" + services.getAddress().getPort();
        var arguments = Stream.concat(
                Arrays.stream(command),
                Stream.of(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--eureka.client.enabled=false",
                        "--logging.level.access=warn",
                        "--spring.cloud.discovery.client.simple.instances.auth-service[0].uri=" + url,
                        "--spring.cloud.discovery.client.simple.instances.user-service[0].uri=" + url));
        var builder = new ProcessBuilder(arguments.toList())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("bench.log").toFile());
        builder.environment().put("SERVICE_SECRET", UUID.randomUUID() + "-" + UUID.randomUUID());
        return builder.start();
    }

    private void awaitReady(Process gateway) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/users/me"))
                    .header("Authorization", "Bearer " + issuer.token())
                    .build();
            while (gateway.isAlive() && Instant.now().isBefore(end)) {
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not listening yet
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("the gateway did not start; bench.log says why");
    }

    /** Tokens are signed beforehand, and the gateway's own processor time is read, so our share is in neither figure. */
    private Figures measure(Process gateway, Kind kind, int requests, String known) throws Exception {
        var share = requests / CONNECTIONS;
        var loads = new ArrayList<List<byte[]>>();
        for (int i = 0; i < CONNECTIONS; i++) {
            loads.add(Stream.generate(() -> request(kind, known)).limit(share).toList());
        }
        var nanos = new long[CONNECTIONS][];
        var before = cpu(gateway);
        try (var connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                var at = i;
                connections.submit(() -> {
                    nanos[at] = fetchAll(loads.get(at));
                    return null;
                });
            }
        }
        var used = cpu(gateway).minus(before);
        if (Arrays.stream(nanos).anyMatch(it -> it == null)) {
            throw new IllegalStateException("a connection failed; bench.log may say why");
        }
        var all = Arrays.stream(nanos).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Figures(
                all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6, used.toNanos() / 1e3 / all.length);
    }

    private long[] fetchAll(List<byte[]> requests) throws IOException {
        var nanos = new long[requests.size()];
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < nanos.length; i++) {
                var start = System.nanoTime();
                socket.getOutputStream().write(requests.get(i));
                readAnswer(in);
                nanos[i] = System.nanoTime() - start;
            }
        }
        return nanos;
    }

    private static void readAnswer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        var length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (in.readNBytes(length).length != length) {
            throw new IOException("cut short");
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private byte[] request(Kind kind, String known) {
        var head = "GET " + kind.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n";
        var token = switch (kind) {
            case OPEN -> null;
            case KNOWN -> known;
            case NEW -> issuer.token();
        };
        return (head + (token == null ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static void print(Map<Kind, List<Figures>> rounds) {
        System.out.printf("%n%-22s %9s %9s %16s%n", "", "p50", "p99", "CPU a request");
        for (var kind : Kind.values()) {
            var of = rounds.get(kind);
            System.out.printf(
                    "%-22s %6.2f ms %6.2f ms %13.0f µs%n",
                    kind.title,
                    median(of.stream().map(Figures::p50)),
                    median(of.stream().map(Figures::p99)),
                    median(of.stream().map(Figures::cpu)));
        }
        System.out.printf(
                "%nA token costs the gateway %.0f µs of CPU while it is known and %.0f µs when it is new (%d requests each,"
                        + " %d connections, median of %d rounds).%n",
                extra(rounds, Kind.KNOWN), extra(rounds, Kind.NEW), PER_ROUND, CONNECTIONS, ROUNDS);
    }

    /** Beyond the open route of the same round, so that a machine that slows down meanwhile does not count. */
    private static double extra(Map<Kind, List<Figures>> rounds, Kind kind) {
        var differences = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            differences.add(
                    rounds.get(kind).get(i).cpu - rounds.get(Kind.OPEN).get(i).cpu);
        }
        return median(differences.stream());
    }

    private static double median(Stream<Double> values) {
        var sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** What stands behind the gateway; every answer has the same body. */
    private HttpServer services() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(exchange, issuer::keySet));
            server.createContext(
                    "/internal/revocations",
                    exchange -> answer(exchange, () -> "{\"asOf\":\"" + Instant.now() + "\",\"revoked\":[]}"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, Supplier<String> body) throws IOException {
        try (exchange) {
            var bytes = body.get().getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes tokens as auth-service does (docs/api.md). */
    private static final class Issuer {

        private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
        private static final String HEADER = encode("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"bench\"}");

        private final KeyPair keys = keys();

        String token() {
            var now = Instant.now().getEpochSecond();
            var claims = """
                    {"iss":"sarangbang","aud":["sarangbang-api"],"sub":"%s","sid":"%s","jti":"%s","iat":%d,"exp":%d,\
                    "auth_time":%d,"client_id":"web","scope":"account","nickname":"Bench","provider":"kakao"}""".formatted(
                            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), now, now + 300, now);
            var signed = HEADER + "." + encode(claims);
            return signed + "." + BASE64.encodeToString(signature(signed));
        }

        String keySet() {
            var point = ((ECPublicKey) keys.getPublic()).getW();
            return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"bench\",\"x\":\""
                    + coordinate(point.getAffineX().toByteArray()) + "\",\"y\":\""
                    + coordinate(point.getAffineY().toByteArray()) + "\"}]}";
        }

        private byte[] signature(String text) {
            try {
                var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
                signer.initSign(keys.getPrivate());
                signer.update(text.getBytes(StandardCharsets.US_ASCII));
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static KeyPair keys() {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** 32 bytes whatever the number (RFC 7518 §6.2.1.2). */
        private static String coordinate(byte[] number) {
            var fixed = new byte[32];
            var length = Math.min(number.length, 32);
            System.arraycopy(number, number.length - length, fixed, 32 - length, length);
            return BASE64.encodeToString(fixed);
        }

        private static String encode(String text) {
            return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
