package io.sarangbang.auth.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** for accounts that are closed: no token of theirs is good for anything any more. */
class ClosingEndpointTests extends RunningService {

    @Test
    void gatewaysHearOfTheEndOfEverySessionAndKey() {
        var laptop = signedIn(kakaoPerson("8001"));
        var phone = signedIn(kakaoPerson("8001"));
        var key = makesKey(laptop);
        var asOf = json(internally("GET", "/internal/revocations", ""))
                .path("asOf")
                .asString();
        closes(laptop);

        var ended = json(internally("GET", "/internal/revocations?since=" + asOf, ""))
                .path("revoked")
                .valueStream()
                .map(it -> it.asString())
                .toList();
        assertThat(ended)
                .contains(
                        caller(laptop).sessionId().toString(),
                        caller(phone).sessionId().toString(),
                        key.path("id").asString());
    }

    @Test
    void aLiveRefreshTokenHelpsNoMoreAndTheCookiesGo() {
        var browser = signedIn(kakaoPerson("8002"));
        var tab = browser.copy();
        closes(browser);
        var answer = browser.posts("/api/auth/refresh");

        isProblem(answer, 401, "session-ended");
        assertThat(browser.cookies()).isEmpty();
        isProblem(tab.posts("/api/auth/refresh"), 401, "session-ended");
    }

    @Test
    void anAccessTokenThatStillHoldsSpeaksForNobody() {
        var browser = signedIn(kakaoPerson("8003"));
        closes(browser);

        assertThat(json(browser.opens("/api/auth/session")).path("signedIn").asBoolean())
                .isFalse();
        isProblem(browser.opens("/api/auth/api-keys"), 401, "session-ended");
        isProblem(
                browser.posts("/api/auth/api-keys", "{\"name\":\"x\",\"scopes\":[\"rooms:read\"]}"),
                401,
                "session-ended");
    }

    @Test
    void itsKeysDoNotHold() {
        var browser = signedIn(kakaoPerson("8004"));
        var key = makesKey(browser).path("key").asString();
        closes(browser);

        isProblem(
                internally("POST", "/internal/api-keys/exchange", "{\"key\":\"" + key + "\"}"), 401, "api-key-unknown");
    }

    @Test
    void whoSignsInAgainIsSomebodyNew() {
        var browser = signedIn(kakaoPerson("8005"));
        var before = caller(browser).accountId();
        closes(browser);

        assertThat(caller(signedIn(kakaoPerson("8005"))).accountId()).isNotEqualTo(before);
        assertThat(caller(signedIn(kakaoPerson("8006"))).accountId()).isNotEqualTo(before);
    }

    @Test
    void itMayBeRepeatedAndAnIdOfNobodysIsNoProblem() {
        var browser = signedIn(kakaoPerson("8007"));

        assertThat(closes(browser).statusCode()).isEqualTo(204);
        assertThat(closes(browser).statusCode()).isEqualTo(204);
        assertThat(internally("DELETE", "/internal/accounts/" + UUID.randomUUID(), "")
                        .statusCode())
                .isEqualTo(204);
        isProblem(internally("DELETE", "/internal/accounts/x", ""), 400, "malformed-request");
    }

    @Test
    void nobodyClosesAnAccountWithTheirOwnToken() {
        var browser = signedIn(kakaoPerson("8008"));
        var address = "/internal/accounts/" + caller(browser).accountId();

        isProblem(browser.send("DELETE", address, "X-Requested-With", "sarangbang"), 401, "not-signed-in");
        isProblem(browser.opens(address + "/export?sessionId=" + UUID.randomUUID()), 401, "not-signed-in");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> closes(Browser browser) {
        return internally("DELETE", "/internal/accounts/" + caller(browser).accountId(), "");
    }

    private static tools.jackson.databind.JsonNode makesKey(Browser browser) {
        return json(browser.posts("/api/auth/api-keys", "{\"name\":\"CI\",\"scopes\":[\"rooms:read\"]}"));
    }
}
