package io.sarangbang.doctor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import io.sarangbang.doctor.wire.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTests {

    private static final String CSP = "content-security-policy";
    private static final Reply PAGE = reply(
            200,
            Map.of(
                    "content-type",
                    "text/html",
                    "strict-transport-security",
                    "max-age=31536000",
                    "permissions-policy",
                    "camera=(self), microphone=(self), geolocation=()",
                    CSP,
                    "default-src 'self'; connect-src 'self'; frame-ancestors 'none'"),
            "<script src=\"/assets/index.js\"></script>");
    private static final Reply REDIRECT = reply(301, Map.of("location", "https://rooms.example.kr/"), "");
    private static final Reply PROVIDERS = reply(200, Map.of("content-type", "application/json"), "{\"providers\":[]}");

    private Fact<Reply> page = Fact.known(PAGE);
    private Fact<Reply> redirect = Fact.known(REDIRECT);
    private Fact<Reply> api = Fact.known(PROVIDERS);
    private Fact<List<String>> calls = Fact.known(List.of());
    private String mediaHost = "rooms.example.kr";

    @Test
    void aGoodDoorIsFine() {
        assertThat(found()).allMatch(it -> it.level() == Level.OK);
    }

    @Test
    void aServiceThatIsDownIsNotTheGateway() {
        api = Fact.known(problem(503, "auth-service"));
        assertThat(causes()).isEmpty();
    }

    @Test
    void nobodyBehindNginxIsACause() {
        api = Fact.known(problem(503, "gateway"));
        assertThat(causes()).containsExactly("gateway-unreachable");
        api = Fact.known(problem(504, "gateway"));
        assertThat(causes()).containsExactly("gateway-unreachable");
    }

    @Test
    void aPageWhereTheGatewayShouldAnswerIsACause() {
        api = Fact.known(PAGE);
        assertThat(causes()).containsExactly("gateway-unreachable");
    }

    @Test
    void aPageInClearTextIsACause() {
        redirect = Fact.known(PAGE);
        assertThat(causes()).containsExactly("https-redirect-missing");
    }

    @Test
    void aClosedDoorInClearTextIsACause() {
        redirect = Fact.unknown("ConnectException: Connection refused");
        assertThat(causes()).containsExactly("https-redirect-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://rooms.example.kr/", "https://www.example.kr/", "https://rooms.example.kr:8443/", "/x"})
    void aRedirectElsewhereIsACause(String location) {
        redirect = Fact.known(reply(301, Map.of("location", location), ""));
        assertThat(causes()).containsExactly("https-redirect-missing");
    }

    @Test
    void aRedirectForNowIsForgotten() {
        redirect = Fact.known(reply(302, Map.of("location", "https://rooms.example.kr/"), ""));
        assertThat(causes()).containsExactly("https-redirect-missing");
    }

    @Test
    void withoutHstsTheFirstVisitIsOpen() {
        page = Fact.known(without("strict-transport-security"));
        assertThat(causes()).containsExactly("hsts-missing");
        page = Fact.known(with("strict-transport-security", "max-age=0"));
        assertThat(causes()).containsExactly("hsts-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera=()",
                "microphone=(), camera=(self)",
                "geolocation=(), camera=(\"https://other.example\")",
                "camera=none"
            })
    void aPolicyThatForbidsTheCameraIsACause(String policy) {
        page = Fact.known(with("permissions-policy", policy));
        assertThat(causes()).containsExactly("camera-forbidden-by-policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera=*, microphone=*", "camera=self", "geolocation=()", "camera=(self \"https://a.b\")"})
    void aPolicyThatAllowsItIsFine(String policy) {
        page = Fact.known(with("permissions-policy", policy));
        assertThat(causes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect-src 'none'",
                "default-src 'none'",
                "default-src *; connect-src https://rooms.example.kr",
                "connect-src wss://other.example",
                "connect-src wss://*.other.example"
            })
    void aPolicyThatForbidsTheSocketIsACause(String policy) {
        page = Fact.known(with(CSP, policy));
        assertThat(causes()).containsExactly("csp-blocks-signalling");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect-src 'self'",
                "default-src 'self'",
                "connect-src wss:",
                "connect-src https: wss://rooms.example.kr",
                "connect-src wss://*.example.kr",
                "script-src 'self'"
            })
    void aPolicyThatAllowsTheSocketIsFine(String policy) {
        page = Fact.known(with(CSP, policy));
        assertThat(causes()).isEmpty();
    }

    @Test
    void ofTwoPoliciesBothMustAllow() {
        var headers = new HashMap<>(PAGE.headers());
        headers.put(CSP, List.of("connect-src 'self'", "connect-src https:"));
        page = Fact.known(new Reply(200, headers, PAGE.body()));
        assertThat(causes()).containsExactly("csp-blocks-signalling");
    }

    @Test
    void aMediaServerElsewhereHasToBeNamed() {
        mediaHost = "openvidu.example.kr:4443";
        assertThat(causes()).containsExactly("csp-blocks-signalling");
        page = Fact.known(with(CSP, "connect-src 'self' wss://openvidu.example.kr:4443"));
        assertThat(causes()).isEmpty();
    }

    @Test
    void addressesOfDevelopmentAreACause() {
        calls = Fact.known(List.of("http://localhost:5000"));
        assertThat(causes()).containsExactly("page-calls-localhost");
    }

    @Test
    void scriptsThatCanNotBeReadAreNotFine() {
        calls = Fact.unknown("/assets/index.js answers 500");
        assertThat(found())
                .filteredOn(it -> it.level() != Level.OK)
                .extracting(Finding::code, Finding::level)
                .containsExactly(org.assertj.core.api.Assertions.tuple("page-calls-localhost", Level.UNMEASURED));
    }

    @Test
    void anErrorInsteadOfThePageIsTheOnlyCause() {
        page = Fact.known(reply(502, Map.of("content-type", "text/html"), "<h1>Bad Gateway</h1>"));
        assertThat(causes()).containsExactly("page-missing");
    }

    private List<String> causes() {
        return found().stream()
                .filter(it -> it.level() == Level.FAIL)
                .map(Finding::code)
                .toList();
    }

    private List<Finding> found() {
        var url = URI.create("https://rooms.example.kr");
        var facts = new WebFacts(url, mediaHost, false, page, redirect, api, calls);
        return Diagnosis.of(WebFeature.feature().checks(), Facts.of(WebFacts.class, facts));
    }

    private static Reply problem(int status, String cause) {
        return reply(status, Map.of("content-type", "application/problem+json"), "{\"cause\":\"%s\"}".formatted(cause));
    }

    private static Reply with(String header, String value) {
        var headers = new HashMap<>(PAGE.headers());
        headers.put(header, List.of(value));
        return new Reply(200, headers, PAGE.body());
    }

    private static Reply without(String header) {
        var headers = new HashMap<>(PAGE.headers());
        headers.remove(header);
        return new Reply(200, headers, PAGE.body());
    }

    private static Reply reply(int status, Map<String, String> headers, String body) {
        var lists = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Reply(status, lists, body.getBytes(StandardCharsets.UTF_8));
    }
}
