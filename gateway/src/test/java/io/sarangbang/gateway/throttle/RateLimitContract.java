package io.sarangbang.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.micrometer.core.instrument.MeterRegistry;
import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import io.sarangbang.gateway.stage.Wire.Answer;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What is asked too often is refused at the door, wherever it is counted. */
@TestPropertySource(
        properties = {
            "sarangbang.trust.trusted-proxies=127.0.0.1,::1",
            "RATE_LIMIT_SIGN_IN=2/1h",
            "RATE_LIMIT_CALLBACK=2/1h",
            "RATE_LIMIT_CONFIRM=2/1h",
            "RATE_LIMIT_LINK=2/1h",
            "RATE_LIMIT_ACCOUNTS=2/1h",
            "RATE_LIMIT_EXPORT=2/1h",
            "RATE_LIMIT_WEBHOOKS=2/1h",
            "RATE_LIMIT_CONNECTION_TESTS=2/1h",
            "RATE_LIMIT_API_KEYS=100/1h",
            "RATE_LIMIT_API_KEYS_PER_ACCOUNT=2/1h",
        })
abstract class RateLimitContract extends OnStage {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/auth/sign-in/kakao?returnTo=/",
        "GET,    /api/auth/callback/kakao?code=x",
        "POST,   /api/auth/confirm/kakao",
        "POST,   /api/auth/link/naver",
        "POST,   /api/auth/identities",
        "POST,   /api/auth/accounts",
        "GET,    /api/users/me/export",
        "POST,   /api/auth/webhooks/kakao/unlink",
        "GET,    /api/auth/webhooks/naver/unlink",
        "POST,   /api/connection-tests",
    })
    void fromOneAddressSoManyPassAndTheNextIsToldWhenToComeAgain(String method, String path) {
        var address = address();

        assertThat(ask(method, path, address).status()).isEqualTo(200);
        assertThat(ask(method, path, address).status()).isEqualTo(200);
        var refused = ask(method, path, address);

        assertThat(refused.problem()).isEqualTo("/problems/too-many-requests 429");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1700, 1800);
        assertThat(refused.json().get("requestId").asString()).isEqualTo(refused.header("X-Request-Id"));
        assertThat(ask(method, path, address()).status()).isEqualTo(200);
    }

    @Test
    void refusalsAreCountedByWhatWasAsked(@Autowired MeterRegistry meters) {
        var refused = meters.get("rate.limit.refusals").tag("kind", "export").counter();
        var before = refused.count();
        var address = address();

        for (int i = 0; i < 3; i++) {
            ask("GET", "/api/users/me/export", address);
        }

        assertThat(refused.count() - before).isEqualTo(1);
    }

    @Test
    void whatIsRefusedReachesNoService() {
        var address = address();
        for (int i = 0; i < 2; i++) {
            ask("GET", "/api/auth/sign-in/kakao", address);
        }
        var before = AUTH.asked().size();

        for (int i = 0; i < 10; i++) {
            ask("GET", "/api/auth/sign-in/kakao", address);
        }

        assertThat(AUTH.asked()).hasSize(before);
    }

    @Test
    void everyAddressOfOneIpv6NetworkCountsAsOne() {
        var network = "2001:db8:" + NEXT.incrementAndGet() + ":1::";

        assertThat(ask("GET", "/api/auth/sign-in/kakao", network + "1").status())
                .isEqualTo(200);
        assertThat(ask("GET", "/api/auth/sign-in/kakao", network + "2").status())
                .isEqualTo(200);
        assertThat(ask("GET", "/api/auth/sign-in/kakao", network + "3").status())
                .isEqualTo(429);
    }

    @Test
    void onePersonIsCountedOverAllAddresses() {
        var token = "Authorization: Bearer " + Tokens.good();

        assertThat(ask("POST", "/api/auth/api-keys", address(), token).status()).isEqualTo(200);
        assertThat(ask("POST", "/api/auth/api-keys", address(), token).status()).isEqualTo(200);
        assertThat(ask("POST", "/api/auth/api-keys", address(), token).problem())
                .isEqualTo("/problems/too-many-requests 429");
        assertThat(ask("POST", "/api/auth/api-keys", address(), bearer()).status())
                .isEqualTo(200);
    }

    /** Else whoever was given a key that reads rooms could keep its owner from refreshing, or from making another key. */
    @Test
    void anApiKeyDoesNotUseUpItsOwnersQuota() {
        var owner = UUID.randomUUID().toString();
        var person = "Authorization: Bearer " + signed(Tokens.claims().subject(owner));
        var key = "Authorization: Bearer "
                + signed(Tokens.claims()
                        .subject(owner)
                        .claim("client_id", "api-key")
                        .claim("scope", "rooms:read"));

        ask("POST", "/api/auth/api-keys", address(), key);
        ask("POST", "/api/auth/api-keys", address(), key);

        assertThat(ask("POST", "/api/auth/api-keys", address(), key).status()).isEqualTo(429);
        assertThat(ask("POST", "/api/auth/api-keys", address(), person).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/sign-in/kakao/",
                "/api/auth//sign-in/kakao",
                "/api/auth/sign-in%2fkakao",
                "/api/auth/sign%2Din/kakao",
                "/api/auth/sign-in;x=y/kakao",
                "/api/./auth/sign-in/kakao",
                "/API/auth/sign-in/kakao",
                "/api/auth/SIGN-IN/kakao",
                "//api/auth/sign-in/kakao",
            })
    void noOtherSpellingOfAnAddressPassesUncounted(String spelling) {
        var address = address();
        for (int i = 0; i < 3; i++) {
            ask("GET", "/api/auth/sign-in/kakao", address);
        }
        var before = AUTH.asked().size();

        var answer = ask("GET", spelling, address);

        assertThat(answer.status()).isIn(400, 404, 429, 200);
        assertThat(AUTH.asked().subList(before, AUTH.asked().size())).noneMatch(it -> it.contains("/sign-in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/session", "/api/auth/providers", "/api/rooms", "/api/users/me"})
    void theRestIsNotCounted(String path) {
        var address = address();

        for (int i = 0; i < 10; i++) {
            assertThat(ask("GET", path, address).status()).isEqualTo(200);
        }
    }

    @Test
    void fiftyRefreshesOfOneBrowserPassAtOnce() throws Exception {
        var address = address();
        var statuses = new AtomicInteger();

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(_ -> all.submit(() -> {
                        if (ask("POST", "/api/auth/refresh", address).status() == 200) {
                            statuses.incrementAndGet();
                        }
                    }));
        }

        assertThat(statuses.get()).isEqualTo(50);
    }

    private Answer ask(String method, String path, String address, String... more) {
        var headers = new java.util.ArrayList<>(java.util.List.of(more));
        if (more.length == 0) {
            headers.add(bearer());
        }
        headers.add("X-Forwarded-For: " + address);
        return wire.send(method, path, "", headers.toArray(String[]::new));
    }

    private static String signed(JwtBuilder token) {
        return token.signWith(Tokens.KEYS.getPrivate(), Jwts.SIG.ES256).compact();
    }

    private static String address() {
        return "198.18." + NEXT.incrementAndGet() + ".1";
    }
}
