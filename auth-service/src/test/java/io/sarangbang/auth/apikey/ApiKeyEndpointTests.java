package io.sarangbang.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** a key is shown once, kept as a hash, and its refusals tell nobody why. */
class ApiKeyEndpointTests extends RunningService {

    private static final String KEYS = "/api/auth/api-keys";

    @Autowired
    private JdbcClient database;

    @Nested
    class Making {

        @Test
        void theKeyIsShownThisOnceAndKeptByNobody() {
            var browser = signedIn(kakaoPerson("7001"));
            var answer = makes(browser, "CI", "\"rooms:read\",\"calls:join\"");
            var made = json(answer);

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(made.propertyNames())
                    .containsExactlyInAnyOrder("id", "name", "hint", "scopes", "createdAt", "key");
            var key = made.path("key").asString();
            assertThat(key).matches("sbk_[0-9A-Za-z]{49}");
            assertThat(made.path("hint").asString()).isEqualTo("sbk_…" + key.substring(49));

            var listed = browser.opens(KEYS);
            assertThat(listed.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(listed.body()).doesNotContain(key, "\"key\"");
            assertThat(json(listed).path("apiKeys").get(0).path("scopes"))
                    .hasToString("[\"rooms:read\",\"calls:join\"]");
            var stored = database.sql("select * from api_keys where id = ?")
                    .param(bytes(made.path("id").asString()))
                    .query()
                    .singleRow()
                    .toString();
            assertThat(stored).doesNotContain(key, key.substring(4, 47));
        }

        @Test
        void itEndsWhenItWasAskedTo() {
            var browser = signedIn(kakaoPerson("7002"));
            var made = json(browser.posts(KEYS, """
                    {"name":"short","scopes":["profile:read"],"expiresInDays":7}"""));

            assertThat(Duration.between(
                            Instant.parse(made.path("createdAt").asString()),
                            Instant.parse(made.path("expiresAt").asString())))
                    .isEqualTo(Duration.ofDays(7));
        }

        @Test
        void theNameIsTidiedAndScopesAreNamedOnce() {
            var made = json(makes(
                    signedIn(kakaoPerson("7003")),
                    " \u00a0Jose\u0301 👩‍💻\u3000",
                    "\"rooms:write\",\"rooms:read\",\"rooms:write\""));

            assertThat(made.path("name").asString()).isEqualTo("José 👩‍💻");
            assertThat(made.path("scopes")).hasToString("[\"rooms:read\",\"rooms:write\"]");
        }

        @Test
        void fortyCharactersOutsideTheBasicPlaneFit() {
            var name = "😀".repeat(40);

            assertThat(json(makes(signedIn(kakaoPerson("7004")), name, "\"rooms:read\""))
                            .path("name")
                            .asString())
                    .isEqualTo(name);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | /name /scopes",
                    "{\"name\":\"x\",\"scopes\":[]} | /scopes",
                    "{\"name\":\"x\",\"scopes\":[\"account\"]} | /scopes/0",
                    "{\"name\":\"x\",\"scopes\":[\"rooms:read\",\"rooms\"]} | /scopes/1",
                    "{\"name\":\"x\",\"scopes\":[\"rooms:read account\"]} | /scopes/0",
                    "{\"name\":\"x\",\"scopes\":[null]} | /scopes/0",
                    "{\"name\":\"x\",\"scopes\":[\"ROOMS:READ\"]} | /scopes/0",
                    "{\"name\":\"x\",\"scopes\":[\"rooms:read\"],\"expiresInDays\":0} | /expiresInDays",
                    "{\"name\":\"x\",\"scopes\":[\"rooms:read\"],\"expiresInDays\":366} | /expiresInDays",
                    "{\"name\":\"x\",\"scopes\":[\"rooms:read\"],\"expiresInDays\":-1} | /expiresInDays",
                    "{\"name\":\" \",\"scopes\":[\"account\"],\"expiresInDays\":0} | /name /scopes/0 /expiresInDays",
                    "{\"name\":\"a\\u200bb\",\"scopes\":[\"rooms:read\"]} | /name",
                    "{\"name\":\"a\\u202eb\",\"scopes\":[\"rooms:read\"]} | /name",
                    "{\"name\":\"a\\nb\",\"scopes\":[\"rooms:read\"]} | /name",
                    "{\"name\":\"\\u3164\",\"scopes\":[\"rooms:read\"]} | /name",
                    "{\"name\":\"\\u200d\",\"scopes\":[\"rooms:read\"]} | /name",
                    "{\"name\":\"\\ud800\",\"scopes\":[\"rooms:read\"]} | /name",
                    "{\"name\":\"12345678901234567890123456789012345678901\",\"scopes\":[\"rooms:read\"]} | /name"
                })
        void whatIsOutOfBoundsIsNamedAllAtOnce(String body, String pointers) {
            var answer = signedIn(kakaoPerson("7005")).posts(KEYS, body);

            isProblem(answer, 400, "validation-failed");
            assertThat(json(answer)
                            .path("errors")
                            .valueStream()
                            .map(it -> it.path("pointer").asString()))
                    .containsExactly(pointers.split(" "));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "null",
                    "{\"name\":5,\"scopes\":[\"rooms:read\"]}",
                    "{\"name\":\"x\",\"scopes\":\"rooms:read\"}",
                    "{\"name\":\"x\",\"scopes\":[\"rooms:read\"],\"expiresInDays\":\"soon\"}",
                    "{\"name\":\"x\",\"name\":\"y\",\"scopes\":[\"rooms:read\"]}"
                })
        void whatIsNoSuchBodyIsMalformed(String body) {
            isProblem(signedIn(kakaoPerson("7006")).posts(KEYS, body), 400, "malformed-request");
        }

        @Test
        void itTakesAFreshSignIn() {
            var browser = signedIn(kakaoPerson("7007"));
            clock.forward(Duration.ofMinutes(11));
            browser.posts("/api/auth/refresh");

            isProblem(makes(browser, "late", "\"rooms:read\""), 401, "fresh-sign-in-needed");
            assertThat(browser.opens(KEYS).statusCode()).isEqualTo(200);
        }

        @Test
        void itTakesOurOwnPage() {
            var browser = signedIn(kakaoPerson("7008"));

            isProblem(browser.send("POST", KEYS, "Content-Type", "application/json"), 403, "cross-site-request");
            isProblem(browser.send("DELETE", KEYS + "/" + UUID.randomUUID()), 403, "cross-site-request");
        }

        @Test
        void nobodyHasMoreThanTwentyThatHold() {
            var browser = signedIn(kakaoPerson("7009"));
            browser.posts(KEYS, "{\"name\":\"ends\",\"scopes\":[\"rooms:read\"],\"expiresInDays\":1}");
            for (var i = 2; i <= 20; i++) {
                assertThat(makes(browser, "key " + i, "\"rooms:read\"").statusCode())
                        .isEqualTo(201);
            }
            var refusal = makes(browser, "one more", "\"rooms:read\"");
            isProblem(refusal, 409, "too-many-api-keys");
            assertThat(json(refusal).path("limit").asInt()).isEqualTo(20);

            revokes(browser, listed(browser, 0));
            assertThat(makes(browser, "in its place", "\"rooms:read\"").statusCode())
                    .isEqualTo(201);

            clock.forward(Duration.ofDays(1));
            signsIn(browser, "kakao", kakaoPerson("7009"));
            assertThat(makes(browser, "in place of the expired", "\"rooms:read\"")
                            .statusCode())
                    .isEqualTo(201);
        }

        @Test
        void theOwnerFindsItAmongWhatHappened() {
            var browser = signedIn(kakaoPerson("7010"));
            var id = json(makes(browser, "traced", "\"rooms:read\"")).path("id").asString();
            revokes(browser, id);
            revokes(browser, id);

            assertThat(database.sql("""
                            select concat(kind, ' ', name) from audit_events
                            where account_id = ? and kind like 'API_KEY%' order by id""")
                            .param(bytes(caller(browser).accountId().toString()))
                            .query(String.class)
                            .list())
                    .containsExactly("API_KEY_MADE traced", "API_KEY_REVOKED traced");
        }
    }

    @Nested
    class Revoking {

        @Test
        void itIsGoneAtOnceAndTwiceDoesNoHarm() {
            var browser = signedIn(kakaoPerson("7020"));
            var made = json(makes(browser, "lost", "\"rooms:read\""));

            assertThat(revokes(browser, made.path("id").asString()).statusCode())
                    .isEqualTo(204);
            assertThat(revokes(browser, made.path("id").asString()).statusCode())
                    .isEqualTo(204);
            assertThat(json(browser.opens(KEYS)).path("apiKeys").size()).isZero();
            isProblem(exchange(made.path("key").asString()), 401, "api-key-unknown");
        }

        @Test
        void somebodyElsesKeyDoesNotExist() {
            var owner = signedIn(kakaoPerson("7021"));
            var other = signedIn(kakaoPerson("7022"));
            var made = json(makes(owner, "mine", "\"rooms:read\""));

            isProblem(revokes(other, made.path("id").asString()), 404, "api-key-not-found");
            isProblem(revokes(owner, UUID.randomUUID().toString()), 404, "api-key-not-found");
            isProblem(revokes(owner, "x"), 400, "malformed-request");
            assertThat(json(other.opens(KEYS)).path("apiKeys").size()).isZero();
            assertThat(exchange(made.path("key").asString()).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Exchanging {

        @Test
        void theTokenSaysWhatTheKeyIsGoodFor() {
            var browser = signedIn(kakaoPerson("7030"));
            var made = json(makes(browser, "CI", "\"rooms:read\",\"profile:read\""));
            var owner = caller(browser);
            clock.forward(Duration.ofHours(1));
            var answer = exchange(made.path("key").asString());
            var token = json(answer).path("accessToken").asString();
            var caller = verified(token);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(caller.accountId()).isEqualTo(owner.accountId());
            assertThat(caller.sessionId()).hasToString(made.path("id").asString());
            assertThat(caller.nickname()).isEqualTo("민지");
            assertThat(caller.clientId()).isEqualTo("api-key");
            assertThat(caller.scopes()).containsExactlyInAnyOrder("rooms:read", "profile:read");
            assertThat(caller.authenticatedAt())
                    .isEqualTo(Instant.parse(made.path("createdAt").asString())
                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
            assertThat(Instant.parse(json(answer).path("expiresAt").asString())).isEqualTo(caller.expiresAt());
            assertThat(Duration.between(clock.instant(), caller.expiresAt()))
                    .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        }

        @Test
        void theTokenDoesNotOutliveTheKey() {
            var browser = signedIn(kakaoPerson("7031"));
            var made = json(browser.posts(KEYS, """
                    {"name":"ends","scopes":["rooms:read"],"expiresInDays":1}"""));
            var key = made.path("key").asString();
            clock.forward(Duration.ofDays(1).minusMinutes(2));

            assertThat(Instant.parse(json(exchange(key)).path("expiresAt").asString()))
                    .isBeforeOrEqualTo(Instant.parse(made.path("expiresAt").asString()));
            clock.forward(Duration.ofMinutes(2));
            isProblem(exchange(key), 401, "api-key-unknown");
        }

        @Test
        void allRefusalsLookTheSame() {
            var browser = signedIn(kakaoPerson("7032"));
            var revoked = json(makes(browser, "revoked", "\"rooms:read\""));
            revokes(browser, revoked.path("id").asString());
            var expired = json(browser.posts(KEYS, """
                    {"name":"expired","scopes":["rooms:read"],"expiresInDays":1}"""));
            clock.forward(Duration.ofDays(1));
            var neverMade = KeySecret.random(new java.security.SecureRandom()).reveal();

            var expected = without(exchange("not even a key"));
            assertThat(without(exchange(neverMade))).isEqualTo(expected);
            assertThat(without(exchange(revoked.path("key").asString()))).isEqualTo(expected);
            assertThat(without(exchange(expired.path("key").asString()))).isEqualTo(expected);
        }

        @Test
        void theLastUseIsKnownToTheMinuteAndWrittenNoMoreOften() {
            var browser = signedIn(kakaoPerson("7033"));
            var key = json(makes(browser, "used", "\"rooms:read\"")).path("key").asString();
            assertThat(lastUse(browser)).isEmpty();

            exchange(key);
            var first = lastUse(browser);
            assertThat(first).isNotEmpty();
            clock.forward(Duration.ofSeconds(50));
            exchange(key);
            assertThat(lastUse(browser)).isEqualTo(first);
            clock.forward(Duration.ofSeconds(20));
            exchange(key);
            assertThat(Duration.between(Instant.parse(first), Instant.parse(lastUse(browser))))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }

        @Test
        void onlyServicesMayAsk() {
            var browser = signedIn(kakaoPerson("7034"));

            isProblem(browser.posts("/internal/api-keys/exchange", "{\"key\":\"x\"}"), 401, "not-signed-in");
            isProblem(internally("POST", "/internal/api-keys/exchange", "{}"), 400, "validation-failed");
            isProblem(internally("POST", "/internal/api-keys/exchange", "x"), 400, "malformed-request");
        }

        private String lastUse(Browser browser) {
            return json(browser.opens(KEYS))
                    .path("apiKeys")
                    .get(0)
                    .path("lastUsedAt")
                    .asString("");
        }

        private static String without(HttpResponse<String> refusal) {
            isProblem(refusal, 401, "api-key-unknown");
            return refusal.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
        }
    }

    private static HttpResponse<String> makes(Browser browser, String name, String scopes) {
        return browser.posts(KEYS, "{\"name\":\"%s\",\"scopes\":[%s]}".formatted(name, scopes));
    }

    private static HttpResponse<String> revokes(Browser browser, String id) {
        return browser.send("DELETE", KEYS + "/" + id, "X-Requested-With", "sarangbang");
    }

    private static String listed(Browser browser, int index) {
        return json(browser.opens(KEYS)).path("apiKeys").get(index).path("id").asString();
    }

    private HttpResponse<String> exchange(String key) {
        return internally("POST", "/internal/api-keys/exchange", "{\"key\":\"" + key + "\"}");
    }

    private static byte[] bytes(String id) {
        var uuid = UUID.fromString(id);
        return java.nio.ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
