package io.sarangbang.auth.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.RunningService;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** what providers tell of people who withdrew there, and who may say so. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookTests extends RunningService {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KAKAO = "/api/auth/webhooks/kakao/unlink";
    private static final String NAVER = "/api/auth/webhooks/naver/unlink";
    private static final String OURS = "KakaoAK " + ADMIN_KEY;
    private static final int POOL = 10;

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "JSON"})
    void whoWithdrawsAtKakaoIsSignedOutHereAndHasTheAccountBackBySigningIn(String how) {
        var person = kakaoPerson("31001");
        var browser = signedIn(person);
        var account = caller(browser).accountId();

        assertThat(kakao(how, OURS, "31001").statusCode()).isEqualTo(200);
        isProblem(browser.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(caller(signedIn(person)).accountId()).isEqualTo(account);
    }

    @Test
    void theSameNoticeAgainAndOneAboutAStrangerAreAnsweredLikeAnyOther() {
        signedIn(kakaoPerson("31002"));

        assertThat(kakao("POST", OURS, "31002").statusCode()).isEqualTo(200);
        assertThat(kakao("POST", OURS, "31002").statusCode()).isEqualTo(200);
        assertThat(kakao("POST", OURS, "999999").statusCode()).isEqualTo(200);
        assertThat(kakao("POST", OURS, "no-number").statusCode()).isEqualTo(200);
        assertThat(send("POST", KAKAO, "", "Authorization", OURS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KakaoAK forged", "KakaoAK ", "a-key-of-the-admins", "Bearer a-key-of-the-admins", ""})
    void withoutTheAdminKeyNothingHappens(String authorization, CapturedOutput log) {
        var browser = signedIn(kakaoPerson("31003"));

        isProblem(kakao("POST", authorization, "31003"), 401, "webhook-refused");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
        assertThat(log).contains("KAKAO_ADMIN_KEY").doesNotContain(ADMIN_KEY, "forged");
    }

    @Test
    void aDatabaseThatIsAwayCostsKakaoNoMoreThanItsPatienceAndNoNotice() throws SQLException {
        var person = kakaoPerson("31004");
        var browser = signedIn(person);
        var taken = new ArrayList<Connection>();
        for (var i = 0; i < POOL; i++) {
            taken.add(database.getConnection());
        }
        var began = Instant.now();
        try {
            assertThat(kakao("POST", OURS, "31004").statusCode()).isEqualTo(200);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMillis(2900));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                browser.copy().posts("/api/auth/refresh").statusCode())
                        .isEqualTo(401));
    }

    @Test
    void whoWithdrawsAtNaverIsSignedOutHere() {
        var browser = browser();
        signsIn(browser, "naver", naverPerson("nW-1_x"));

        assertThat(naver(notice("nW-1_x")).statusCode()).isEqualTo(204);
        isProblem(browser.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(naver(notice("nobody-knows")).statusCode()).isEqualTo(204);
    }

    @Test
    void aNoticeThatIsPlayedAgainDoesNotEndTheNextSignIn() {
        var notice = notice("nW-2");
        signsIn(browser(), "naver", naverPerson("nW-2"));
        assertThat(naver(notice).statusCode()).isEqualTo(204);
        var again = browser();
        signsIn(again, "naver", naverPerson("nW-2"));

        isProblem(naver(notice), 401, "webhook-refused");
        assertThat(again.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "clientId,another-client",
        "encryptUniqueId,AAAA",
        "timestamp,1",
        "timestamp,soon",
        "signature,AAAA",
        "signature,!!",
        "signature,''"
    })
    void aNoticeThatWasChangedIsRefused(String member, String value) {
        var browser = browser();
        signsIn(browser, "naver", naverPerson("nW-3"));
        var notice = new java.util.HashMap<>(notice("nW-3"));
        notice.put(member, value);

        isProblem(naver(notice), 401, "webhook-refused");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void aNoticeFromAnotherTimeIsRefused(long seconds) {
        var at = clock.instant().plusSeconds(seconds);

        isProblem(naver(notice("nW-4", "naver-client", FakeProviders.SECRET, at)), 401, "webhook-refused");
    }

    @Test
    void aNoticeSignedWithAnotherSecretOrForAnotherClientIsRefused() {
        isProblem(naver(notice("nW-5", "naver-client", "guessed", clock.instant())), 401, "webhook-refused");
        isProblem(naver(notice("nW-5", "other", FakeProviders.SECRET, clock.instant())), 401, "webhook-refused");
    }

    @Test
    void onlyThatAddressIsExemptFromTheGuardAgainstOtherSites() {
        isProblem(send("POST", "/api/auth/logout", ""), 403, "cross-site-request");
        isProblem(send("POST", KAKAO + "/more", ""), 401, "not-signed-in");
        isProblem(send("GET", NAVER, ""), 405, "method-not-allowed");
    }

    private HttpResponse<String> kakao(String how, String authorization, String userId) {
        var form = "app_id=1000001&referrer_type=UNLINK_FROM_APPS&user_id=" + userId;
        return switch (how) {
            case "GET" -> send("GET", KAKAO + "?" + form, "", "Authorization", authorization);
            case "JSON" ->
                send(
                        "POST",
                        KAKAO,
                        "{\"app_id\":\"1000001\",\"user_id\":" + userId + "}",
                        "Authorization",
                        authorization,
                        "Content-Type",
                        "application/json");
            default ->
                send(
                        "POST",
                        KAKAO,
                        form,
                        "Authorization",
                        authorization,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        };
    }

    private HttpResponse<String> naver(Map<String, String> notice) {
        var form = notice.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", NAVER, form, "Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> notice(String id) {
        return notice(id, "naver-client", FakeProviders.SECRET, clock.instant());
    }

    private static Map<String, String> notice(String id, String clientId, String secret, Instant at) {
        try {
            var key = MessageDigest.getInstance("MD5").digest(secret.getBytes(StandardCharsets.UTF_8));
            var iv = new byte[16];
            new SecureRandom().nextBytes(iv);
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            var sealed = new java.io.ByteArrayOutputStream();
            sealed.writeBytes(iv);
            sealed.writeBytes(cipher.doFinal(id.getBytes(StandardCharsets.UTF_8)));
            var encrypted = Base64.getUrlEncoder().encodeToString(sealed.toByteArray());
            var signed =
                    "clientId=%s&encryptUniqueId=%s&timestamp=%d".formatted(clientId, encrypted, at.getEpochSecond());
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Map.of(
                    "clientId",
                    clientId,
                    "encryptUniqueId",
                    encrypted,
                    "timestamp",
                    Long.toString(at.getEpochSecond()),
                    "signature",
                    Base64.getUrlEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
