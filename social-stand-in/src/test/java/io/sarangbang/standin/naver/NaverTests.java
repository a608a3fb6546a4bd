package io.sarangbang.standin.naver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.JwtException;
import io.sarangbang.standin.MovableClock;
import io.sarangbang.standin.OpenIdReader;
import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@StandInTest
class NaverTests {

    private static final String BACK = "https://app.example.com/back/naver";
    private static final String OLD = "/naver/oauth2.0/";
    private static final String NEW = "/naver/oauth2/";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final Wire wire;
    private final MovableClock clock;

    @Autowired
    NaverTests(Wire wire, MovableClock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Nested
    class OnThePage {

        @Test
        void itSaysThatItIsNotNaver() {
            assertThat(Wire.text(opens()))
                    .contains("연습용 로그인 – 실제 네이버가 아닙니다", ">도윤</button>")
                    .doesNotContain(">서연</button>", "action=");
        }

        @ParameterizedTest
        @CsvSource({"client_id, kakao-key", "redirect_uri, https://evil.example/x", "state, -"})
        void whatIsWrongIsRefusedThere(String parameter, String value) {
            assertThat(opens(parameter, value)).hasStatus(400).hasContentTypeCompatibleWith("text/html");
        }

        @Test
        void nothingIsMarkup() {
            var script = "\"><script>alert(1)</script>";

            assertThat(Wire.text(opens("redirect_uri", script))).doesNotContain("<script>");
            assertThat(Wire.text(submits(OLD, "name", script))).doesNotContain("<script>");
        }

        @Test
        void anotherResponseTypeLeadsBack() {
            assertThat(Wire.redirected(opens("response_type", "token")))
                    .containsEntry("error", "unsupported_response_type");
        }

        @Test
        void refusalLeadsBack() {
            assertThat(Wire.redirected(submits(OLD, "decision", "cancel")))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "st4te");
            wire.turn("naver", "{\"on\":[\"consent-denied\"]}");
            assertThat(Wire.redirected(opens())).containsEntry("error", "access_denied");
        }
    }

    @Nested
    class OnTheOlderStack {

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST"})
        void aCodeBuysTokensInNaversShape(String method) {
            var tokens = wire.body(asks(HttpMethod.valueOf(method), codeForm(code(OLD, "도윤"))));

            assertThat(tokens.get("expires_in").isString()).isTrue();
            assertThat(tokens.get("expires_in").asString()).isEqualTo("3600");
            assertThat(tokens.get("token_type").asString()).isEqualTo("bearer");
            assertThat(tokens.has("refresh_token")).isTrue();
            assertThat(tokens.has("id_token")).isFalse();
        }

        @Test
        void aUsedOrUnknownOrExpiredCodeIsRefusedWithStatus200() {
            var code = code(OLD, "도윤");
            assertThat(asks(codeForm(code))).hasStatusOk();
            refuses(asks(codeForm(code)), "no valid data in session");
            refuses(asks(codeForm("never-issued")), "no valid data in session");

            var old = code(OLD, "도윤");
            clock.pass(Duration.ofMinutes(11));
            refuses(asks(codeForm(old)), "no valid data in session");
        }

        @Test
        void stateIsNeededAtTheTokenAddressToo() {
            refuses(asks(codeForm(code(OLD, "도윤"), "state", "-")), "no valid data in session");
            refuses(asks(codeForm(code(OLD, "도윤"), "state", "other")), "no valid data in session");

            wire.turn("naver", "{\"on\":[\"state-optional\"]}");
            assertThat(wire.body(asks(codeForm(code(OLD, "도윤"), "state", "-"))).has("access_token"))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({"client_id, kakao-key", "client_secret, -", "client_secret, wrong"})
        void aWrongClientIsRefusedWithStatus200(String parameter, String value) {
            refuses(asks(codeForm(code(OLD, "도윤"), parameter, value)), "wrong client id / client secret pair.");
        }

        @Test
        void codesAndSecretsCanBeMadeWrong() {
            wire.turn("naver/people/도윤", "{\"on\":[\"code-used\"]}");
            refuses(asks(codeForm(code(OLD, "도윤"))), "no valid data in session");
            wire.turn("naver", "{\"on\":[\"secret-refused\"]}");
            refuses(asks(codeForm(code(OLD, "수아"))), "wrong client id / client secret pair.");
        }

        @Test
        void aRefreshBringsNoRefreshToken() {
            var tokens = wire.body(asks(codeForm(code(OLD, "도윤"))));
            var refreshed = wire.body(asks(form("refresh_token", "refresh_token", text(tokens, "refresh_token"))));

            assertThat(refreshed.has("access_token")).isTrue();
            assertThat(refreshed.has("refresh_token")).isFalse();
            assertThat(me(refreshed)).hasStatusOk();
            refuses(asks(form("refresh_token", "refresh_token", "never-issued")), "invalid refresh_token");
        }

        @Test
        void deletionUnlinksAndNeedsALiveToken() {
            var tokens = wire.body(asks(codeForm(code(OLD, "도윤"))));
            var token = text(tokens, "access_token");
            var answer = wire.body(asks(form("delete", "access_token", token, "service_provider", "NAVER")));

            assertThat(text(answer, "result")).isEqualTo("success");
            assertThat(text(answer, "access_token")).isEqualTo(token);
            assertThat(me(tokens)).hasStatus(401);
            refuses(
                    asks(form("refresh_token", "refresh_token", text(tokens, "refresh_token"))),
                    "invalid refresh_token");
            refuses(asks(form("delete", "access_token", token)), "invalid access_token");
        }

        @Test
        void otherGrantTypesAreRefused() {
            assertThat(text(wire.body(asks(form("password"))), "error")).isEqualTo("unsupported_grant_type");
        }

        @Test
        void openidMeansNothingHere() {
            var page = submits(OLD, "name", "도윤", "decision", "consent", "scope", "openid");
            var tokens = wire.body(asks(codeForm(Wire.redirected(page).get("code"))));

            assertThat(tokens.has("id_token")).isFalse();
        }
    }

    @Nested
    class UserInformation {

        @Test
        void isWrapped() {
            var body = wire.body(me(wire.body(asks(codeForm(code(OLD, "도윤"))))));

            assertThat(text(body, "resultcode")).isEqualTo("00");
            assertThat(text(body, "message")).isEqualTo("success");
            assertThat(body.at("/response/id").asString()).hasSizeBetween(20, 64);
            assertThat(body.at("/response/nickname").asString()).isEqualTo("도윤");
            assertThat(body.at("/response/email").asString()).isEqualTo("doyun@example.com");
        }

        @Test
        void hasNoEmailWhereNoneIsSharedOrThereIsNone() {
            wire.turn("naver/people/수아", "{\"on\":[\"email-missing\"]}");
            for (var person : new String[] {"예준", "수아"}) {
                var body = wire.body(me(wire.body(asks(codeForm(code(OLD, person))))));
                assertThat(body.at("/response/email").isMissingNode()).isTrue();
            }
            var unticked = Wire.redirected(submits(OLD, "name", "도윤", "decision", "consent"));
            var body = wire.body(me(wire.body(asks(codeForm(unticked.get("code"))))));
            assertThat(body.at("/response/email").isMissingNode()).isTrue();
        }

        @Test
        void sharesAnAddressWithSomebodyAtKakao() {
            var body = wire.body(me(wire.body(asks(codeForm(code(OLD, "하은"))))));

            assertThat(body.at("/response/email").asString()).isEqualTo("same.address@example.com");
        }

        @Test
        void isRefusedWith401OrWith200() {
            var tokens = wire.body(asks(codeForm(code(OLD, "도윤"))));

            assertThat(text(wire.body(wire.get("/naver/v1/nid/me", Map.of())), "resultcode"))
                    .isEqualTo("028");
            assertThat(wire.withToken(HttpMethod.GET, "/naver/v1/nid/me", "never-issued"))
                    .hasStatus(401);
            wire.turn("naver", "{\"on\":[\"user-info-refused\"]}");
            assertThat(me(tokens)).hasStatus(401).bodyText().contains("\"024\"");
            wire.turn("naver", "{\"on\":[\"user-info-refused-as-200\"]}");
            assertThat(me(tokens)).hasStatusOk().bodyText().contains("\"024\"").doesNotContain("response");
        }

        @Test
        void endsWithTheToken() {
            var tokens = wire.body(asks(codeForm(code(OLD, "도윤"))));
            clock.pass(Duration.ofHours(1));

            assertThat(me(tokens)).hasStatus(401);
        }
    }

    @Nested
    class OnTheOpenIdStack {

        private final OpenIdReader reader =
                new OpenIdReader(wire, clock, "/naver/oauth2/jwks", "http://localhost/naver", "naver-id");

        @Test
        void openidBringsAnIdTokenThatHolds() {
            var tokens = wire.body(post(NEW, codeForm(openIdCode(), "code_verifier", VERIFIER)));

            assertThat(reader.read(tokens).getPayload().getSubject())
                    .isEqualTo(wire.body(me(tokens)).at("/response/id").asString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"wrong-issuer", "wrong-audience", "wrong-nonce", "expired", "unsigned", "foreign-key"})
        void anIdTokenCanBeMadeWrong(String fault) {
            wire.turn("naver", "{\"on\":[\"id-token-" + fault + "\"]}");
            var tokens = wire.body(post(NEW, codeForm(openIdCode(), "code_verifier", VERIFIER)));

            assertThatThrownBy(() -> reader.read(tokens)).isInstanceOf(JwtException.class);
        }

        @Test
        void aWrongClientIsRefusedWith401() {
            assertThat(post(NEW, codeForm(openIdCode(), "client_secret", "wrong")))
                    .hasStatus(401)
                    .bodyText()
                    .contains("invalid_client");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", "wrong", CHALLENGE})
        void theVerifierHasToMatch(String verifier) {
            assertThat(post(NEW, codeForm(openIdCode(), "code_verifier", verifier)))
                    .hasStatus(400)
                    .bodyText()
                    .contains("invalid_grant");
        }

        @Test
        void thereIsNoRefresh() {
            assertThat(post(NEW, form("refresh_token", "refresh_token", "x")))
                    .hasStatus(400)
                    .bodyText()
                    .contains("unsupported_grant_type");
        }

        @Test
        void discoveryPointsAtThisStack() {
            var document = wire.body(wire.get("/naver/.well-known/openid-configuration", Map.of()));

            assertThat(text(document, "token_endpoint")).isEqualTo("http://localhost/naver/oauth2/token");
            assertThat(document.at("/subject_types_supported/0").asString()).isEqualTo("pairwise");
        }

        @Test
        void keysRotate() {
            var before = Wire.text(wire.get("/naver/oauth2/jwks", Map.of()));
            assertThat(wire.put("/knobs/naver/signing-key", "")).hasStatus(204);

            assertThat(Wire.text(wire.get("/naver/oauth2/jwks", Map.of()))).isNotEqualTo(before);
        }

        private String openIdCode() {
            var back = submits(
                    NEW,
                    "name",
                    "도윤",
                    "decision",
                    "consent",
                    "scope",
                    "openid profile",
                    "nonce",
                    "n0nce",
                    "code_challenge",
                    CHALLENGE,
                    "code_challenge_method",
                    "S256");
            return Wire.redirected(back).get("code");
        }
    }

    private MvcTestResult opens(String... changes) {
        return wire.get(OLD + "authorize", authorization(changes));
    }

    private MvcTestResult submits(String stack, String... fields) {
        return wire.post(stack + "authorize", authorization(fields));
    }

    private String code(String stack, String person) {
        return Wire.redirected(submits(stack, "name", person, "decision", "consent", "share", "email"))
                .get("code");
    }

    private static Map<String, String> authorization(String... changes) {
        var all = new HashMap<>(
                Map.of("client_id", "naver-id", "redirect_uri", BACK, "response_type", "code", "state", "st4te"));
        return change(all, changes);
    }

    private static Map<String, String> codeForm(String code, String... changes) {
        return change(form("authorization_code", "code", code, "state", "st4te"), changes);
    }

    private static Map<String, String> form(String grantType, String... more) {
        var all = new HashMap<>(
                Map.of("grant_type", grantType, "client_id", "naver-id", "client_secret", "naver-secret"));
        return change(all, more);
    }

    private static Map<String, String> change(Map<String, String> all, String... changes) {
        for (var i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return all;
    }

    private MvcTestResult asks(Map<String, String> form) {
        return asks(HttpMethod.POST, form);
    }

    private MvcTestResult asks(HttpMethod method, Map<String, String> form) {
        return method == HttpMethod.GET ? wire.get(OLD + "token", form) : post(OLD, form);
    }

    private MvcTestResult post(String stack, Map<String, String> form) {
        return wire.post(stack + "token", form);
    }

    private MvcTestResult me(JsonNode tokens) {
        return wire.withToken(HttpMethod.GET, "/naver/v1/nid/me", text(tokens, "access_token"));
    }

    private static String text(JsonNode node, String member) {
        return node.get(member).asString();
    }

    private void refuses(MvcTestResult answer, String description) {
        assertThat(answer).hasStatusOk();
        var body = wire.body(answer);
        assertThat(text(body, "error")).isEqualTo("invalid_request");
        assertThat(text(body, "error_description")).isEqualTo(description);
        assertThat(body.has("access_token")).isFalse();
    }
}
