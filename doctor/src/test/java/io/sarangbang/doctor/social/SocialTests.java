package io.sarangbang.doctor.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sarangbang.doctor.Asked;
import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers as they answer (docs of theirs, and the stand-ins), and what the doctor makes of it. */
class SocialTests {

    private static final String KAKAO_FINE = """
            {"error":"invalid_grant","error_description":"authorization code not found for code=x","error_code":"KOE320"}""";
    private static final String NAVER_FINE = """
            {"error":"invalid_request","error_description":"no valid data in session"}""";

    @TempDir
    Path secrets;

    private HttpServer provider;
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void open() throws Exception {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.start();
        Files.writeString(secrets.resolve("KAKAO_CLIENT_SECRET"), "s/e c");
        Files.writeString(secrets.resolve("NAVER_CLIENT_SECRET"), "n");
        variables.put("PUBLIC_URL", "https://rooms.example.kr");
        use("KAKAO");
        use("NAVER");
        answer("/kakao/token", 400, KAKAO_FINE);
        answer("/naver/token", 200, NAVER_FINE);
        answer("/kakao/authorize", 200, "<form>who are you?</form>");
        redirect("/naver/authorize", "https://nid.naver.com/nidlogin.login?mode=form");
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    @Test
    void providersThatOnlyMissTheCodeKnowUs() {
        assertThat(bad()).isEmpty();
    }

    @Test
    void theQuestionIsTheOneThatAuthServiceWouldAsk() {
        bad();
        assertThat(asked.get())
                .contains("grant_type=authorization_code", "client_id=id", "client_secret=s%2Fe+c")
                .contains("redirect_uri=https%3A%2F%2Frooms.example.kr%2Fapi%2Fauth%2Fcallback%2Fkakao");
    }

    @ParameterizedTest
    @CsvSource({"KOE010, kakao-credentials-wrong", "KOE101, kakao-credentials-wrong", "KOE303, redirect-uri-mismatch"})
    void kakaoNamesWhatIsWrongByCode(String code, String cause) {
        answer("/kakao/token", 401, "{\"error\":\"x\",\"error_code\":\"%s\"}".formatted(code));
        assertThat(bad()).containsEntry(cause, Level.FAIL);
        assertThat(bad().values()).filteredOn(it -> it == Level.FAIL).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"200, wrong client id / client secret pair.", "401, invalid_client", "400, unauthorized_client"})
    void naverNamesWhatIsWrongByText(int status, String text) {
        answer("/naver/token", status, "{\"error\":\"%s\"}".formatted(text));
        assertThat(bad()).containsEntry("naver-credentials-wrong", Level.FAIL);
    }

    @Test
    void anAnswerThatNobodyKnowsIsNotFine() {
        answer("/kakao/token", 400, "{\"error\":\"KOE999\"}");
        answer("/naver/token", 200, "<html>");
        assertThat(bad())
                .isEqualTo(Map.of(
                        "kakao-credentials-wrong", Level.UNMEASURED, "naver-credentials-wrong", Level.UNMEASURED));
    }

    @Test
    void anAddressThatKakaoDoesNotKnowIsSeenOnItsPage() {
        answer("/kakao/authorize", 400, "<html>KOE006</html>");
        assertThat(bad()).isEqualTo(Map.of("redirect-uri-mismatch", Level.FAIL));
    }

    @Test
    void anAddressThatNaverDoesNotKnowIsSeenOnItsPage() {
        answer("/naver/authorize", 400, "the redirect_uri is not among the callback addresses");
        assertThat(bad()).isEqualTo(Map.of("redirect-uri-mismatch", Level.FAIL));
    }

    @Test
    void aPageThatNobodyKnowsIsNotFine() {
        answer("/kakao/authorize", 200, "<html>welcome</html>");
        assertThat(bad()).isEqualTo(Map.of("redirect-uri-mismatch", Level.UNMEASURED));
    }

    @Test
    void beingSentBackWithARefusalShowsThatTheAddressIsKnown() {
        redirect("/kakao/authorize", "https://rooms.example.kr/api/auth/callback/kakao?error=login_required");
        assertThat(bad()).isEmpty();
    }

    @Test
    void aProviderThatIsAwayIsTheOnlyCause() {
        provider.stop(0);
        assertThat(bad().entrySet())
                .filteredOn(it -> it.getValue() == Level.FAIL)
                .extracting(Map.Entry::getKey)
                .containsExactly("provider-unreachable");
    }

    @Test
    void aProviderInTroubleIsAwayAsWell() {
        answer("/naver/token", 503, "maintenance");
        assertThat(bad()).containsEntry("provider-unreachable", Level.FAIL);
    }

    @Test
    void whoIsNotConfiguredIsNotAsked() {
        variables.remove("NAVER_CLIENT_ID");
        answer("/naver/token", 401, "invalid_client");
        assertThat(bad()).isEmpty();
    }

    private void use(String name) {
        var address =
                "http://localhost:" + provider.getAddress().getPort() + "/" + name.toLowerCase(java.util.Locale.ROOT);
        variables.put(name + "_CLIENT_ID", "id");
        variables.put(name + "_TOKEN_URI", address + "/token");
        variables.put(name + "_AUTHORIZE_URI", address + "/authorize");
    }

    private void answer(String path, int status, String text) {
        serve(path, status, text, "");
    }

    private void redirect(String path, String location) {
        serve(path, 302, "", location);
    }

    private void serve(String path, int status, String text, String location) {
        try {
            provider.removeContext(path);
        } catch (IllegalArgumentException e) {
            // the first one there
        }
        provider.createContext(path, it -> {
            var form = new String(it.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            if (path.equals("/kakao/token")) {
                asked.set(form);
            }
            if (!location.isEmpty()) {
                it.getResponseHeaders().add("Location", location);
            }
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            it.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            it.getResponseBody().write(bytes);
            it.close();
        });
    }

    private Map<String, Level> bad() {
        var facts = SocialProbe.ask(Asked.about(variables, secrets, View.OUTSIDE));
        return Diagnosis.of(SocialFeature.feature().checks(), Facts.of(SocialFacts.class, facts)).stream()
                .filter(it -> it.level() != Level.OK)
                .collect(Collectors.toMap(Finding::code, Finding::level, (one, _) -> one));
    }
}
