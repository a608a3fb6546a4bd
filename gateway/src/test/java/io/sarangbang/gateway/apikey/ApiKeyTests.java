package io.sarangbang.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import io.sarangbang.gateway.stage.Wire.Answer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Programs show an API key here, and services a token. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "sarangbang.trust.trusted-proxies=127.0.0.1,::1",
            "sarangbang.api-keys.keep=3s",
            "sarangbang.api-keys.keep-unknown=1s",
            "RATE_LIMIT_WRONG_API_KEYS=5/1h",
        })
class ApiKeyTests extends OnStage {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String key = "sbk_" + UUID.randomUUID().toString().replace("-", "");
    private final String address = next();

    @AfterEach
    void wellAgain() {
        DESK.exchangesTake(Duration.ZERO);
        DESK.exchangesFailWith(200);
        DESK.tokensHold(Duration.ofMinutes(5));
    }

    @Test
    void theServiceGetsATokenInPlaceOfTheKey() {
        DESK.make(key);

        var answer = ask(key);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(seen(answer, "authorization")).startsWith("Bearer ey");
        assertThat(answer.body()).doesNotContain(key);
    }

    @Test
    void aKeyIsAskedAboutOnceAndAnewAfterAWhile() {
        DESK.make(key);
        var before = DESK.exchanges();

        for (int i = 0; i < 10; i++) {
            assertThat(ask(key).status()).isEqualTo(200);
        }

        assertThat(DESK.exchanges() - before).isOne();
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            ask(key);
            return DESK.exchanges() - before == 2;
        });
    }

    @Test
    void ofManyRequestsAtOnceOneAsks() {
        DESK.make(key);
        DESK.exchangesTake(Duration.ofMillis(300));
        var before = DESK.exchanges();
        var passed = new AtomicInteger();

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(_ -> all.submit(() -> {
                        if (ask(key).status() == 200) {
                            passed.incrementAndGet();
                        }
                    }));
        }

        assertThat(passed.get()).isEqualTo(20);
        assertThat(DESK.exchanges() - before).isOne();
    }

    @Test
    void aTokenIsNotGivenOutShortlyBeforeItsEnd() {
        DESK.make(key);
        DESK.tokensHold(Duration.ofSeconds(15)); // the margin
        var before = DESK.exchanges();

        ask(key);
        ask(key);

        assertThat(DESK.exchanges() - before).isEqualTo(2);
    }

    @Test
    void aKeyThatNobodyHasIsRefusedAndNotAskedAboutAgainForAWhile() {
        var before = DESK.exchanges();

        for (int i = 0; i < 3; i++) {
            var answer = ask(key);
            assertThat(answer.problem()).isEqualTo("/problems/not-signed-in 401");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
            assertThat(answer.body()).doesNotContain(key);
        }

        assertThat(DESK.exchanges() - before).isOne();
        DESK.make(key);
        await().atMost(Duration.ofSeconds(5)).until(() -> ask(key).status() == 200);
    }

    @Test
    void aProgramThatGoesOnWithAWrongKeyShutsOutNobodyAtItsAddress() {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("sbk_of_a_summer_long_ago").status()).isEqualTo(401);
            assertThat(ask("sbk_cut").status()).isEqualTo(401);
        }

        DESK.make(key);
        assertThat(ask(key).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sbk_", "sbk_short", "sbk_with space in it, and long", "sbk_{\"key\":\"x\"}1234567890123456"})
    void whatCannotBeAKeyIsNotEvenAskedAbout(String notAKey) {
        var before = DESK.exchanges();

        assertThat(ask(notAKey).problem()).isEqualTo("/problems/not-signed-in 401");
        assertThat(ask("sbk_" + "a".repeat(5000)).problem()).isEqualTo("/problems/not-signed-in 401");

        assertThat(DESK.exchanges()).isEqualTo(before);
    }

    @Test
    void aRevokedKeyIsRefusedWithinTwoSecondsThoughItsTokenIsRemembered() {
        DESK.make(key);
        assertThat(ask(key).status()).isEqualTo(200);

        DESK.revoke(key);

        await().atMost(Duration.ofSeconds(2)).until(() -> ask(key).status() == 401);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404, 401})
    void anAuthServiceThatCannotAnswerIsNamed(int status) {
        DESK.make(key);
        DESK.exchangesFailWith(status);

        var answer = ask(key);

        assertThat(answer.problem()).isEqualTo("/problems/service-unavailable 503");
        assertThat(answer.json().get("cause").asString()).isEqualTo("auth-service");
        DESK.exchangesFailWith(200);
        await().until(() -> ask(key).status() == 200); // the failure is not remembered
    }

    @Test
    void whereTokensAreHadAnUnknownKeyIsNobodyAndAKnownOneSomebody() {
        assertThat(seen(wire.get("/api/auth/session", "Authorization: Bearer " + key), "authorization"))
                .isNull();

        var known = key + "known";
        DESK.make(known);
        assertThat(seen(wire.get("/api/auth/session", "Authorization: Bearer " + known), "authorization"))
                .startsWith("Bearer ey");
    }

    @Test
    void aKeyWinsOverACookieAndNeedsNoProofOfOrigin() {
        DESK.make(key);

        var answer =
                wire.post("/api/rooms", "{}", "Authorization: Bearer " + key, "Cookie: sb_access=" + Tokens.good());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(DESK.asked()).anyMatch(it -> it.startsWith("POST /internal/api-keys/exchange"));
        assertThat(seen(answer, "cookie")).isNull();
    }

    @Test
    void aKeyThatDoesNotHoldIsNotRescuedByACookie() {
        assertThat(wire.get("/api/rooms", "Authorization: Bearer " + key, "Cookie: sb_access=" + Tokens.good())
                        .problem())
                .isEqualTo("/problems/not-signed-in 401");
    }

    @Test
    void aKeyInACookieIsNone() {
        DESK.make(key);

        assertThat(wire.get("/api/rooms", "Cookie: sb_access=" + key).problem())
                .isEqualTo("/problems/not-signed-in 401");
    }

    @Test
    void whoTriesManyWrongKeysIsToldToWaitAndOthersAreNot() {
        DESK.make(key);
        for (int i = 0; i < 5; i++) {
            assertThat(ask("sbk_wrong_wrong_wrong_" + i).status()).isEqualTo(401);
        }

        var refused = ask("sbk_wrong_wrong_wrong_again");

        assertThat(refused.problem()).isEqualTo("/problems/too-many-requests 429");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 720);
        assertThat(askFrom(next(), key).status()).isEqualTo(200);
    }

    @Test
    void rightKeysAreNeverCounted() {
        for (int i = 0; i < 20; i++) {
            DESK.make(key + i);
            assertThat(ask(key + i).status()).isEqualTo(200);
        }
    }

    @Test
    void noKeyIsEverLogged(CapturedOutput output) {
        ask(key);
        DESK.make(key + "known");
        ask(key + "known");
        DESK.exchangesFailWith(500);
        ask(key + "other");

        await().until(() -> output.getAll().contains("could not be exchanged"));
        assertThat(output.getAll()).doesNotContain(key).doesNotContain("sbk_").doesNotContain("asynchronous load");
    }

    private static String next() {
        return "198.19." + NEXT.incrementAndGet() + ".1";
    }

    private Answer ask(String credential) {
        return askFrom(address, credential);
    }

    private Answer askFrom(String from, String credential) {
        return wire.get("/api/rooms", "Authorization: Bearer " + credential, "X-Forwarded-For: " + from);
    }

    private static String seen(Answer answer, String header) {
        var values = answer.json().get("headers").get(header);
        return values == null ? null : values.get(0).asString();
    }
}
