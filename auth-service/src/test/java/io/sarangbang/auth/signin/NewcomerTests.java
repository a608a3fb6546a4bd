package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was never seen before is asked before they get an account, because they may have one with the other provider. */
class NewcomerTests extends RunningService {

    @Autowired
    private JdbcClient database;

    @Test
    void aNewcomerIsWelcomedWithAProofAndHasNoAccountYet() {
        var before = accounts();
        var browser = browser();
        var answer = comesBackFrom(browser, "naver", naverPerson("n8001"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).hasToString("/welcome?returnTo=%2Fr%2Fkfm-wqtz-hbp");
        assertThat(Browser.setCookies(answer))
                .anySatisfy(it -> assertThat(it)
                        .startsWith("__Host-sb_proof=")
                        .contains("Path=/;", "Max-Age=600;", "Secure", "HttpOnly", "SameSite=Strict"))
                .noneMatch(it -> it.contains("sb_access"));
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(accounts()).isEqualTo(before);
        assertThat(browser.opens("/api/auth/proof").body()).isEqualTo("""
                {"provider":"naver","nickname":"민지","known":false,"otherProviders":["kakao"]}""");
    }

    @Test
    void theProofTellsNobodyWhatItHolds() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8002"));

        var sealed = Base64.getUrlDecoder().decode(browser.cookies().get("__Host-sb_proof"));
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("n8002", "민지", "naver");
    }

    @Test
    void withTheProofTheyMakeAnAccountAndAreSignedIn() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8003"));
        var answer = browser.posts("/api/auth/accounts");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(caller(browser).nickname()).isEqualTo("민지");
        assertThat(browser.cookies()).doesNotContainKey("__Host-sb_proof");
        isProblem(browser.opens("/api/auth/proof"), 404, "proof-not-found");
        assertThat(Browser.location(comesBackFrom(browser(), "naver", naverPerson("n8003"))))
                .as("they are known from now on")
                .hasToString("/r/kfm-wqtz-hbp");
    }

    @Test
    void aProofMakesOneAccountHoweverOftenItIsSent() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8004"));
        var before = accounts();
        var statuses = IntStream.range(0, 8).mapToObj(_ -> browser.copy()).toList().parallelStream()
                .map(it -> it.posts("/api/auth/accounts").statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(204).filteredOn(it -> it == 404).hasSize(7);
        assertThat(accounts()).isEqualTo(before + 1);
    }

    @Test
    void twoTabsThatProvedTheSamePersonMakeOneAccount() {
        var one = browser();
        var other = browser();
        comesBackFrom(one, "naver", naverPerson("n8005"));
        comesBackFrom(other, "naver", naverPerson("n8005"));
        one.posts("/api/auth/accounts");
        assertThat(json(other.opens("/api/auth/proof")).path("known").asBoolean())
                .isTrue();
        other.posts("/api/auth/accounts");

        assertThat(caller(other).accountId()).isEqualTo(caller(one).accountId());
    }

    @Test
    void aNewAccountEndsTheSessionThatTheBrowserHadBefore() {
        var browser = signedIn(kakaoPerson("8006"));
        var before = browser.copy();
        signsIn(browser, "naver", naverPerson("n8006"));

        isProblem(before.posts("/api/auth/refresh"), 401, "session-ended");
    }

    @Test
    void afterTenMinutesNothingIsProvenAnyMore() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8007"));
        clock.forward(Duration.ofMinutes(10));

        isProblem(browser.opens("/api/auth/proof"), 404, "proof-not-found");
        isProblem(browser.posts("/api/auth/accounts"), 404, "proof-not-found");
    }

    @Test
    void aForgottenProofIsWorthNothingEvenToWhoKeptTheCookie() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8008"));
        var kept = browser.copy();

        assertThat(browser.deletes("/api/auth/proof").statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).isEmpty();
        isProblem(kept.posts("/api/auth/accounts"), 404, "proof-not-found");
        assertThat(browser.deletes("/api/auth/proof").statusCode()).isEqualTo(204);
    }

    @Test
    void whoSignsOutLeavesNoProofToWhoComesNext() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8010"));
        comesBackFrom(browser, "kakao", kakaoPerson("8010"));
        var kept = browser.copy();

        assertThat(browser.posts("/api/auth/logout").statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).doesNotContainKey("__Host-sb_proof");
        isProblem(kept.posts("/api/auth/accounts"), 404, "proof-not-found");
    }

    @Test
    void theSignInIsAsOldAsTheProofAndNoFresher() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8011"));
        var proven = clock.instant();
        clock.forward(Duration.ofMinutes(9));
        browser.posts("/api/auth/accounts");

        assertThat(caller(browser).authenticatedAt()).isEqualTo(proven.truncatedTo(ChronoUnit.SECONDS));
        clock.forward(Duration.ofMinutes(2));
        isProblem(browser.posts("/api/auth/identities"), 401, "fresh-sign-in-needed");
    }

    @Test
    void withoutAProofOrWithAForgedOneThereIsNoAccount() {
        var browser = browser();
        isProblem(browser.posts("/api/auth/accounts"), 404, "proof-not-found");

        browser.startsSignIn("kakao", "/");
        browser.cookies()
                .put(
                        "__Host-sb_proof",
                        browser.cookies().get(browser.pending().iterator().next()));
        isProblem(browser.posts("/api/auth/accounts"), 404, "proof-not-found");
        isProblem(browser.opens("/api/auth/proof"), 404, "proof-not-found");
    }

    @Test
    void noOtherSiteMakesAnAccountOrHasAProofForgotten() {
        var browser = browser();
        comesBackFrom(browser, "naver", naverPerson("n8009"));

        isProblem(browser.send("POST", "/api/auth/accounts"), 403, "cross-site-request");
        isProblem(browser.send("DELETE", "/api/auth/proof"), 403, "cross-site-request");
        assertThat(browser.posts("/api/auth/accounts").statusCode()).isEqualTo(204);
    }

    private long accounts() {
        return database.sql("select count(*) from accounts").query(Long.class).single();
    }
}
