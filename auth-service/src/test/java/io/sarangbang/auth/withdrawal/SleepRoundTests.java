package io.sarangbang.auth.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import io.sarangbang.auth.provider.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who withdrew at the provider and did not come back within 30 days is deleted, and nobody else. */
class SleepRoundTests extends RunningService {

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final HttpServer USER_SERVICE = userService();

    private static volatile int status;

    @Autowired
    private SleepRound round;

    @Autowired
    private Withdrawing withdrawing;

    @DynamicPropertySource
    static void userService(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.cloud.discovery.client.simple.instances.user-service[0].uri",
                () -> "http://127.0.0.1:" + USER_SERVICE.getAddress().getPort());
    }

    @BeforeEach
    void userServiceAnswers() {
        status = 202;
        ASKED.clear();
    }

    @AfterAll
    static void stop() {
        USER_SERVICE.stop(0);
    }

    @Test
    void whoSleptForThirtyDaysIsDeleted() {
        var account = accountOf(signedIn(kakaoPerson("32001")));
        withdraws("32001");

        clock.forward(Duration.ofDays(30).minusMinutes(1));
        round.go();
        assertThat(ASKED).as("not too early").noneMatch(it -> it.contains(account));

        clock.forward(Duration.ofMinutes(1));
        round.go();
        assertThat(ASKED).contains("POST /internal/deletions {\"accountId\":\"" + account + "\"}");
    }

    @Test
    void whoCameBackAndWhoNeverLeftStay() {
        var back = accountOf(signedIn(kakaoPerson("32002")));
        var never = accountOf(signedIn(kakaoPerson("32003")));
        withdraws("32002");
        clock.forward(Duration.ofDays(29));
        signedIn(kakaoPerson("32002"));

        clock.forward(Duration.ofDays(31));
        round.go();
        assertThat(ASKED).noneMatch(it -> it.contains(back) || it.contains(never));
    }

    @Test
    void theyAreAskedForUntilTheyAreGone() {
        var account = accountOf(signedIn(kakaoPerson("32004")));
        withdraws("32004");
        clock.forward(Duration.ofDays(31));
        status = 503;
        round.go();
        round.go();
        assertThat(ASKED.stream().filter(it -> it.contains(account))).hasSize(2);

        assertThat(internally("DELETE", "/internal/accounts/" + account, "").statusCode())
                .isEqualTo(204);
        ASKED.clear();
        round.go();
        assertThat(ASKED).noneMatch(it -> it.contains(account));
    }

    private String accountOf(Browser browser) {
        return caller(browser).accountId().toString();
    }

    private void withdraws(String subject) {
        withdrawing.end(new Subject("kakao", "kakao-client", subject));
    }

    private static HttpServer userService() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", SleepRoundTests::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ASKED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
