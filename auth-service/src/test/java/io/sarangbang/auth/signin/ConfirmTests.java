package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.RunningService;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** who signs in once more gets a new session in place of the old one; nobody else changes anything. */
class ConfirmTests extends RunningService {

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void theProvidersAreToldToAskForThePassword() {
        var browser = signedIn(kakaoPerson("8201"));

        assertThat(FakeProviders.parameters(asksTo(browser, "confirm", "kakao").getRawQuery()))
                .containsEntry("prompt", "login")
                .containsEntry("redirect_uri", "https://rooms.test/api/auth/callback/kakao");
        assertThat(FakeProviders.parameters(asksTo(browser, "confirm", "naver").getRawQuery()))
                .containsEntry("auth_type", "reauthenticate");
        assertThat(FakeProviders.parameters(asksTo(browser, "link", "naver").getRawQuery()))
                .doesNotContainKeys("auth_type", "prompt");
    }

    @Test
    void theSamePersonGetsANewSessionAndTheOldOneIsDead() {
        var browser = signedIn(kakaoPerson("8202"));
        clock.forward(Duration.ofMinutes(4));
        var before = browser.copy();
        var answer = goes(browser, "confirm", "kakao", kakaoPerson("8202"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).hasToString("/account");
        assertThat(caller(browser).accountId()).isEqualTo(caller(before).accountId());
        assertThat(caller(browser).sessionId()).isNotEqualTo(caller(before).sessionId());
        assertThat(caller(browser).authenticatedAt()).isAfter(caller(before).authenticatedAt());
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
        isProblem(before.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(events(browser, "CONFIRMED")).isOne();
    }

    @Test
    void aFreshSignInIsHadByIt() {
        var browser = signedIn(kakaoPerson("8203"));
        clock.forward(Duration.ofMinutes(11));
        browser.posts("/api/auth/refresh");
        isProblem(browser.posts("/api/auth/link/naver", "{\"returnTo\":\"/account\"}"), 401, "fresh-sign-in-needed");

        goes(browser, "confirm", "kakao", kakaoPerson("8203"));

        asksTo(browser, "link", "naver");
    }

    @Test
    void somebodyElseChangesNothingAndTheOldSessionLivesOn() {
        signedIn(kakaoPerson("8205"));
        for (var other : new String[] {"8205", "8206"}) {
            var browser = signedIn(kakaoPerson("8204"));
            var before = browser.copy();
            var answer = goes(browser, "confirm", "kakao", kakaoPerson(other));

            assertThat(Browser.location(answer)).hasToString("/account?problem=other-person&provider=kakao");
            assertThat(Browser.setCookies(answer)).noneMatch(it -> it.contains("sb_access") || it.contains("sb_proof"));
            assertThat(caller(browser)).isEqualTo(caller(before));
            assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
        }
        assertThat(database.sql("select count(*) from identities where subject = ?")
                        .param("8206".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .as("nobody got an account by it")
                .isZero();
    }

    @Test
    void aSessionThatEndedMeanwhileIsNotRevived() {
        var browser = signedIn(kakaoPerson("8207"));
        var authorize = asksTo(browser, "confirm", "kakao");
        var pending = browser.copy();
        browser.posts("/api/auth/logout");
        var answer = pending.comesBack(PROVIDERS.consent(authorize, kakaoPerson("8207")));

        assertThat(Browser.location(answer)).hasToString("/account?problem=sign-in-expired&provider=kakao");
        assertThat(Browser.setCookies(answer)).noneMatch(it -> it.contains("sb_access"));
    }

    @Test
    void aSessionThatEndsWhileItIsConfirmedIsNotRevived() throws Exception {
        var browser = signedIn(kakaoPerson("8211"));
        var pending = browser.copy();
        var callback = PROVIDERS.consent(asksTo(pending, "confirm", "kakao"), kakaoPerson("8211"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = transaction.execute(_ -> {
                database.sql("select id from identities where subject = ? for update")
                        .param("8211".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query()
                        .listOfRows();
                var confirming = threads.submit(() -> pending.comesBack(callback));
                Awaitility.await().pollInterval(Duration.ofMillis(10)).until(this::somebodyWaits);
                assertThat(browser.posts("/api/auth/logout").statusCode()).isEqualTo(204);
                return confirming;
            });

            assertThat(Browser.location(java.util.Objects.requireNonNull(answer).get()))
                    .hasToString("/account?problem=sign-in-expired&provider=kakao");
        }
        assertThat(database.sql("select revoked_why from sessions where id = ?")
                        .param(caller(pending).sessionId())
                        .query(String.class)
                        .single())
                .isEqualTo("SIGNED_OUT");
    }

    private boolean somebodyWaits() {
        return database.sql("select count(*) from information_schema.sessions where blocker_id is not null")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void aRefreshThatComesTooLateTakesNoCookiesOfTheNewSession() {
        var browser = signedIn(kakaoPerson("8207"));
        var otherTab = browser.copy();
        goes(browser, "confirm", "kakao", kakaoPerson("8207"));

        var answer = otherTab.posts("/api/auth/refresh");

        isProblem(answer, 401, "session-ended");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @Test
    void twoTabsMayBothConfirm() {
        var browser = signedIn(kakaoPerson("8208"));
        var first = asksTo(browser, "confirm", "kakao");
        var second = asksTo(browser, "confirm", "kakao");
        browser.comesBack(PROVIDERS.consent(first, kakaoPerson("8208")));
        var between = browser.copy();
        browser.comesBack(PROVIDERS.consent(second, kakaoPerson("8208")));

        assertThat(caller(browser).sessionId()).isNotEqualTo(caller(between).sessionId());
        isProblem(between.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @Test
    void faultsAreToldOnTheAccountPage() {
        for (var purpose : new String[] {"confirm", "link"}) {
            var browser = signedIn(kakaoPerson("8209"));
            var denied = browser.comesBack(PROVIDERS.refusal(asksTo(browser, purpose, "kakao"), "access_denied"));
            assertThat(Browser.location(denied)).hasToString("/account?problem=sign-in-denied&provider=kakao");

            var late = PROVIDERS.consent(asksTo(browser, purpose, "kakao"), kakaoPerson("8209"));
            clock.forward(Duration.ofMinutes(10));
            assertThat(Browser.location(browser.comesBack(late)))
                    .hasToString("/account?problem=sign-in-expired&provider=kakao");
        }
    }

    @Test
    void itTakesASessionAProviderOnOfferAndOurHeader() {
        var browser = signedIn(kakaoPerson("8210"));

        for (var purpose : new String[] {"confirm", "link"}) {
            var address = "/api/auth/" + purpose + "/";
            isProblem(browser().posts(address + "kakao", "{}"), 401, "not-signed-in");
            isProblem(browser.posts(address + "google", "{}"), 404, "not-found");
            isProblem(browser.posts(address + "KAKAO", "{}"), 404, "not-found");
            isProblem(
                    browser.send("POST", address + "kakao", "Content-Type", "application/json"),
                    403,
                    "cross-site-request");
        }
    }

    @Test
    void itLeadsBackToAPageOfThisSiteOnly() {
        var browser = signedIn(kakaoPerson("8211"));
        for (var elsewhere : new String[] {"https://evil.test/", "//evil.test", "/sign-in"}) {
            var answer = browser.posts("/api/auth/confirm/kakao", "{\"returnTo\":\"" + elsewhere + "\"}");
            var authorize = java.net.URI.create(json(answer).path("location").asString());

            assertThat(Browser.location(browser.comesBack(PROVIDERS.consent(authorize, kakaoPerson("8211")))))
                    .hasToString("/");
        }
    }

    private long events(Browser browser, String kind) {
        return database.sql("select count(*) from audit_events where kind = :kind and session_id = :session")
                .param("kind", kind)
                .param("session", bytes(caller(browser).sessionId()))
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(java.util.UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
