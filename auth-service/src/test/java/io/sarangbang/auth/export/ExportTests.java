package io.sarangbang.auth.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.audit.SecurityEvent;
import io.sarangbang.auth.visitor.Visitor;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ExportTests extends RunningService {

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient database;

    @Test
    void everythingThatIsHeldIsInThere() {
        var browser = signedIn(kakaoPerson("8101"));
        browser.posts("/api/auth/api-keys", "{\"name\":\"CI\",\"scopes\":[\"rooms:read\"]}");
        var answer = export(browser);
        var all = json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(all.propertyNames())
                .containsExactlyInAnyOrder("createdAt", "identities", "sessions", "apiKeys", "activity");
        assertThat(all.path("identities").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "provider", "subject", "nickname", "picture", "linkedAt", "lastUsedAt");
        assertThat(all.path("identities").get(0).path("subject").asString()).isEqualTo("8101");
        assertThat(all.path("sessions").get(0).path("id").asString())
                .isEqualTo(caller(browser).sessionId().toString());
        assertThat(all.path("apiKeys").get(0).path("name").asString()).isEqualTo("CI");
        assertThat(kinds(all)).startsWith("data-exported", "api-key-made");
    }

    @Test
    void noSecretAndNoHashIsInThere() {
        var browser = signedIn(kakaoPerson("8102"));
        var key = json(browser.posts("/api/auth/api-keys", "{\"name\":\"CI\",\"scopes\":[\"rooms:read\"]}"))
                .path("key")
                .asString();
        var refresh = browser.cookies().get("__Secure-sb_refresh");
        var body = export(browser).body();

        assertThat(body)
                .doesNotContain(
                        key,
                        key.substring(4, 40),
                        refresh,
                        browser.accessToken().orElseThrow())
                .doesNotContain("hash", "salt", "token\"", "requestId");
    }

    @Test
    void theOwnerSeesThatItWasTakenAndWhere() {
        var browser = signedIn(kakaoPerson("8103"));
        export(browser);
        var last = json(browser.opens("/api/auth/activity")).path("events").get(0);

        assertThat(last.path("kind").asString()).isEqualTo("data-exported");
        assertThat(last.path("device").asString()).isEqualTo("Chrome · Android");
    }

    @Test
    void moreThanOnePageIsThereInOrderAndOnce() {
        var browser = signedIn(kakaoPerson("8104"));
        var account = caller(browser).accountId();
        for (var i = 0; i < 450; i++) {
            audit.record(SecurityEvent.of(EventKind.LINK_REFUSED, account, Visitor.NONE));
        }
        var ids = json(export(browser))
                .path("activity")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat((long) ids.size())
                .isEqualTo(database.sql("select count(*) from audit_events where account_id = ?")
                        .param(java.nio.ByteBuffer.allocate(16)
                                .putLong(account.getMostSignificantBits())
                                .putLong(account.getLeastSignificantBits())
                                .array())
                        .query(Long.class)
                        .single())
                .isGreaterThan(450);
    }

    @Test
    void otherPeoplesAreNotInThere() {
        var other = signedIn(kakaoPerson("8105"));
        var browser = signedIn(kakaoPerson("8106"));
        var body = export(browser).body();

        assertThat(body).doesNotContain("8105", caller(other).sessionId().toString());
    }

    @Test
    void aSessionOfSomebodyElseTellsNothingOfTheirDevice() {
        var browser = signedIn(kakaoPerson("8107"));
        var other = signedIn(kakaoPerson("8108"));
        internally(
                "GET",
                "/internal/accounts/%s/export?sessionId=%s"
                        .formatted(caller(browser).accountId(), caller(other).sessionId()),
                "");

        assertThat(json(browser.opens("/api/auth/activity"))
                        .path("events")
                        .get(0)
                        .has("device"))
                .isFalse();
    }

    @Test
    void nobodysAndClosedAccountsHaveNone() {
        var browser = signedIn(kakaoPerson("8109"));
        internally("DELETE", "/internal/accounts/" + caller(browser).accountId(), "");

        isProblem(export(browser), 404, "not-found");
        isProblem(
                internally("GET", "/internal/accounts/%1$s/export?sessionId=%1$s".formatted(UUID.randomUUID()), ""),
                404,
                "not-found");
        isProblem(
                internally("GET", "/internal/accounts/" + UUID.randomUUID() + "/export", ""), 400, "malformed-request");
    }

    private HttpResponse<String> export(Browser browser) {
        var caller = caller(browser);
        return internally(
                "GET",
                "/internal/accounts/%s/export?sessionId=%s".formatted(caller.accountId(), caller.sessionId()),
                "");
    }

    private static java.util.List<String> kinds(JsonNode all) {
        return all.path("activity")
                .valueStream()
                .map(it -> it.path("kind").asString())
                .toList();
    }
}
