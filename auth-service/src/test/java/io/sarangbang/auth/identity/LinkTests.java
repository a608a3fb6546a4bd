package io.sarangbang.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A second identity for an account: only proven, only for the session that asked or a newer one, and never another's. */
class LinkTests extends RunningService {

    @Autowired
    private JdbcClient database;

    @Test
    void aProvenIdentityIsLinkedAndOpensTheAccountFromThenOn() {
        var browser = signedIn(kakaoPerson("9001"));
        var answer = goes(browser, "link", "naver", naverPerson("n9001"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).hasToString("/account/link?returnTo=%2Faccount");
        assertThat(browser.opens("/api/auth/proof").body()).isEqualTo("""
                {"provider":"naver","nickname":"민지","known":false,"otherProviders":["kakao"]}""");

        var linked = browser.posts("/api/auth/identities");

        assertThat(linked.statusCode()).isEqualTo(201);
        assertThat(json(linked).propertyNames())
                .containsExactlyInAnyOrder("id", "provider", "nickname", "linkedAt", "lastUsedAt", "current");
        assertThat(browser.cookies()).doesNotContainKey("__Host-sb_proof");
        assertThat(identities(browser))
                .extracting(
                        it -> it.path("provider").asString(),
                        it -> it.path("current").asBoolean())
                .containsExactly(tuple("kakao", true), tuple("naver", false));
        var other = browser();
        comesBackFrom(other, "naver", naverPerson("n9001"));
        assertThat(caller(other).accountId()).isEqualTo(caller(browser).accountId());
        assertThat(kinds(browser)).contains("IDENTITY_LINKED");
        assertThat(notices(browser)).containsExactly("identity-linked");
    }

    @Test
    void itTakesAFreshSignInAProofAndOurHeader() {
        var browser = signedIn(kakaoPerson("9002"));
        isProblem(browser.posts("/api/auth/identities"), 404, "proof-not-found");
        goes(browser, "link", "naver", naverPerson("n9002"));
        isProblem(browser.send("POST", "/api/auth/identities"), 403, "cross-site-request");
        isProblem(browser().posts("/api/auth/identities"), 401, "not-signed-in");
        clock.forward(Duration.ofMinutes(5));
        browser.posts("/api/auth/refresh");
        clock.forward(Duration.ofMinutes(4));
        browser.posts("/api/auth/refresh");
        clock.forward(Duration.ofSeconds(59));
        assertThat(browser.opens("/api/auth/proof").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(2));
        isProblem(browser.posts("/api/auth/identities"), 401, "fresh-sign-in-needed");
    }

    @Test
    void whatIsLinkedAlreadyIsAnsweredAsSuch() {
        var browser = signedIn(kakaoPerson("9003"));
        goes(browser, "link", "kakao", kakaoPerson("9003"));
        var answer = browser.posts("/api/auth/identities");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("current").asBoolean()).isTrue();
        assertThat(identities(browser)).hasSize(1);
        assertThat(notices(browser)).isEmpty();
    }

    @Test
    void anIdentityOfAnotherAccountStaysThere() {
        var owner = browser();
        signsIn(owner, "naver", naverPerson("n9004"));
        var browser = signedIn(kakaoPerson("9004"));
        goes(browser, "link", "naver", naverPerson("n9004"));
        assertThat(json(browser.opens("/api/auth/proof")).path("known").asBoolean())
                .isTrue();

        isProblem(browser.posts("/api/auth/identities"), 409, "identity-taken");

        assertThat(identities(browser)).hasSize(1);
        assertThat(identities(owner)).hasSize(1);
        assertThat(kinds(browser)).contains("LINK_REFUSED").doesNotContain("IDENTITY_LINKED");
        assertThat(owner.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @Test
    void anAccountHasOneIdentityOfAProvider() {
        var browser = signedIn(kakaoPerson("9005"));
        goes(browser, "link", "kakao", kakaoPerson("90051"));

        isProblem(browser.posts("/api/auth/identities"), 409, "provider-already-linked");
        assertThat(identities(browser)).hasSize(1);
        assertThat(browser.opens("/api/auth/proof").statusCode())
                .as("nothing came of the proof, so it is still there")
                .isEqualTo(200);
    }

    @Test
    void aProofIsForTheSessionThatAskedAndForNoOther() {
        var asker = signedIn(kakaoPerson("9006"));
        var elsewhere = signedIn(kakaoPerson("9006"));
        var stranger = signedIn(kakaoPerson("90061"));
        goes(asker, "link", "naver", naverPerson("n9006"));

        for (var other : List.of(elsewhere, stranger)) {
            other.cookies().put("__Host-sb_proof", asker.cookies().get("__Host-sb_proof"));
            isProblem(other.posts("/api/auth/identities"), 404, "proof-not-found");
        }
        isProblem(stranger.posts("/api/auth/accounts"), 404, "proof-not-found");
        assertThat(asker.posts("/api/auth/identities").statusCode()).isEqualTo(201);
    }

    @Test
    void aProofCountsForTheSessionThatReplacedTheAskersByConfirming() {
        var browser = signedIn(kakaoPerson("9007"));
        var authorize = asksTo(browser, "link", "naver");
        goes(browser, "confirm", "kakao", kakaoPerson("9007"));
        browser.comesBack(PROVIDERS.consent(authorize, naverPerson("n9007")));
        goes(browser, "confirm", "kakao", kakaoPerson("9007"));

        assertThat(browser.posts("/api/auth/identities").statusCode()).isEqualTo(201);
    }

    @Test
    void aSessionThatEndedGetsNoProofAndUsesNone() {
        var browser = signedIn(kakaoPerson("9008"));
        var authorize = asksTo(browser, "link", "naver");
        var proven = browser.copy();
        goes(proven, "link", "naver", naverPerson("n9008"));
        var pending = browser.copy();
        browser.posts("/api/auth/logout");

        var answer = pending.comesBack(PROVIDERS.consent(authorize, naverPerson("n9008")));
        assertThat(Browser.location(answer)).hasToString("/account?problem=sign-in-expired&provider=naver");
        assertThat(pending.cookies()).doesNotContainKey("__Host-sb_proof");
        isProblem(proven.posts("/api/auth/identities"), 401, "session-ended");
    }

    @Test
    void aNewcomersProofIsForWhoSignsInAfterIt() {
        var browser = signedIn(kakaoPerson("9009"));
        comesBackFrom(browser, "naver", naverPerson("n9009"));
        isProblem(browser.posts("/api/auth/identities"), 404, "proof-not-found");

        comesBackFrom(browser, "kakao", kakaoPerson("9009"));

        assertThat(browser.posts("/api/auth/identities").statusCode()).isEqualTo(201);
        assertThat(identities(browser)).hasSize(2);
    }

    @Test
    void aProofThatWasUsedIsWorthNothingToWhoKeptTheCookie() {
        var browser = signedIn(kakaoPerson("9010"));
        goes(browser, "link", "naver", naverPerson("n9010"));
        var kept = browser.cookies().get("__Host-sb_proof");
        browser.posts("/api/auth/identities");
        browser.deletes("/api/auth/identities/" + idOf(browser, "naver"));
        browser.cookies().put("__Host-sb_proof", kept);

        isProblem(browser.posts("/api/auth/identities"), 404, "proof-not-found");
        assertThat(identities(browser)).hasSize(1);
    }

    @Test
    void whoTakesAnIdentityOffEndsItsSessionsAndTheProviderIsTold() {
        var browser = signedIn(kakaoPerson("9011"));
        goes(browser, "link", "naver", naverPerson("n9011"));
        browser.posts("/api/auth/identities");
        var phone = browser();
        comesBackFrom(phone, "naver", naverPerson("n9011"));
        var answer = browser.deletes("/api/auth/identities/" + idOf(browser, "naver"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Browser.setCookies(answer)).isEmpty();
        isProblem(phone.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
        assertThat(identities(browser)).hasSize(1);
        assertThat(kinds(browser)).contains("IDENTITY_UNLINKED");
        assertThat(notices(browser)).containsExactly("identity-unlinked", "identity-linked");
        assertThat(database.sql("select count(*) from farewells where subject = ?")
                        .param("n9011".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(Browser.location(comesBackFrom(browser(), "naver", naverPerson("n9011"))))
                .as("it opens nothing any more")
                .hasPath("/welcome");
    }

    @Test
    void whoTakesOffWhatTheySignedInWithIsSignedOut() {
        var browser = signedIn(kakaoPerson("9012"));
        goes(browser, "link", "naver", naverPerson("n9012"));
        browser.posts("/api/auth/identities");
        var kept = browser.copy();
        var naver = idOf(browser, "naver");

        assertThat(browser.deletes("/api/auth/identities/" + idOf(browser, "kakao"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.cookies()).isEmpty();
        isProblem(kept.deletes("/api/auth/identities/" + naver), 401, "session-ended");
        isProblem(kept.posts("/api/auth/refresh"), 401, "session-ended");
    }

    @Test
    void theLastIdentityStays() {
        var browser = signedIn(kakaoPerson("9013"));

        isProblem(browser.deletes("/api/auth/identities/" + idOf(browser, "kakao")), 409, "last-identity");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @Test
    void nobodyTakesOffSomebodyElsesIdentity() {
        var browser = signedIn(kakaoPerson("9014"));
        goes(browser, "link", "naver", naverPerson("n9014"));
        browser.posts("/api/auth/identities");
        var stranger = signedIn(kakaoPerson("90141"));

        isProblem(stranger.deletes("/api/auth/identities/" + idOf(browser, "naver")), 404, "identity-not-found");
        isProblem(stranger.deletes("/api/auth/identities/x"), 400, "malformed-request");
        assertThat(identities(browser)).hasSize(2);
    }

    @Test
    void takingOneOffTakesAFreshSignInToo() {
        var browser = signedIn(kakaoPerson("9015"));
        clock.forward(Duration.ofMinutes(11));
        browser.posts("/api/auth/refresh");

        isProblem(browser.deletes("/api/auth/identities/" + idOf(browser, "kakao")), 401, "fresh-sign-in-needed");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static List<JsonNode> identities(Browser browser) {
        return json(browser.opens("/api/auth/identities"))
                .path("identities")
                .valueStream()
                .toList();
    }

    private static String idOf(Browser browser, String provider) {
        return identities(browser).stream()
                .filter(it -> it.path("provider").asString().equals(provider))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private List<String> kinds(Browser browser) {
        return database.sql("select kind from audit_events where account_id = ?")
                .param(caller(browser).accountId())
                .query(String.class)
                .list();
    }

    private List<String> notices(Browser browser) {
        return database.sql("select lower(replace(kind, '_', '-')) from notices where account_id = ? order by id desc")
                .param(caller(browser).accountId())
                .query(String.class)
                .list();
    }
}
