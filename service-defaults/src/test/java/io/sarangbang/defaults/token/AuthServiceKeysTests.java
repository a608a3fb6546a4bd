package io.sarangbang.defaults.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

class AuthServiceKeysTests {

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<ServiceInstance> instances = new ArrayList<>();
    private final Map<String, ECPublicKey> published = new HashMap<>();

    @AfterEach
    void close() {
        servers.forEach(it -> it.stop(0));
    }

    @Test
    void areReadByTheirName() throws IOException {
        publishes(200, set(jwk("a"), jwk("b")));

        assertThat(keys().fetch()).isEqualTo(published).hasSize(2);
    }

    @Test
    void comeFromTheNextInstanceWhenOneFails() throws IOException {
        instances.add(new DefaultServiceInstance("dead", "auth-service", "127.0.0.1", 9, false));
        publishes(500, "broken");
        publishes(200, "<html>");
        publishes(200, set(jwk("a")));

        assertThat(keys().fetch()).containsOnlyKeys("a");
    }

    @Test
    void ofAKindThatIsNotKnownYetDoNotHideTheOthers() throws IOException {
        publishes(200, set("{\"kty\":\"PQC\",\"kid\":\"new\",\"alg\":\"ML-DSA\"}", jwk("a")));

        assertThat(keys().fetch()).containsKey("a");
    }

    @Test
    void withoutANameDoNotHideTheOthers() throws IOException {
        publishes(200, set(jwk("a").replace("\"kid\":\"a\",", ""), jwk("b"), jwk("b")));

        assertThat(keys().fetch()).containsOnlyKeys("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{\"keys\":\"x\"}", "null"})
    void areUnavailableWhenTheAnswerIsNoKeySet(String body) throws IOException {
        publishes(200, body);

        assertThatThrownBy(() -> keys().fetch()).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void areUnavailableWhileNobodyIsRegistered() {
        assertThatThrownBy(() -> keys().fetch()).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    @Timeout(20)
    void areNotWaitedForWhereTheAnswerStopsHalfway() throws IOException {
        try (var half = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            instances.add(new DefaultServiceInstance("half", "auth-service", "127.0.0.1", half.getLocalPort(), false));
            publishes(200, set(jwk("a")));
            var asked = CompletableFuture.supplyAsync(() -> keys().fetch());

            try (var connection = half.accept()) {
                connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".getBytes());

                assertThat(asked.orTimeout(10, TimeUnit.SECONDS).join()).containsOnlyKeys("a");
            }
        }
    }

    private AuthServiceKeys keys() {
        return new AuthServiceKeys(new Known(), "auth-service");
    }

    private String jwk(String kid) {
        var key = published.computeIfAbsent(
                kid, _ -> (ECPublicKey) Jwts.SIG.ES256.keyPair().build().getPublic());
        var jwk = Jwks.builder().key(key).id(kid).build();
        return "{\"kid\":\"%s\",\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(kid, jwk.get("x"), jwk.get("y"));
    }

    private static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private void publishes(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/.well-known/jwks.json", exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        servers.add(server);
        instances.add(new DefaultServiceInstance(
                "i" + servers.size(),
                "auth-service",
                "127.0.0.1",
                server.getAddress().getPort(),
                false));
    }

    private final class Known implements DiscoveryClient {

        @Override
        public String description() {
            return "what the test registered";
        }

        @Override
        public List<ServiceInstance> getInstances(String service) {
            return instances;
        }

        @Override
        public List<String> getServices() {
            return List.of("auth-service");
        }
    }
}
