package io.sarangbang.doctor.openvidu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.wire.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenViduChecksTests {

    private static final Fact<Reply> NOTHING = Fact.unknown("ConnectException: refused");
    private static final Fact<Reply> URL = reply(200, "https://rooms.example.kr");

    @Nested
    class WhereItIs {

        @ParameterizedTest
        @ValueSource(strings = {"http://localhost:4443", "https://127.0.0.1:5443/"})
        void aContainersOwnLocalhostIsNoOpenVidu(String url) {
            assertThat(OpenViduChecks.urlLeadsNowhere(at(url, NOTHING, NOTHING)))
                    .isInstanceOf(Verdict.Found.class);
        }

        @Test
        void anotherContainerMayBe() {
            assertThat(OpenViduChecks.urlLeadsNowhere(at("http://media:5443", URL, NOTHING)))
                    .isEqualTo(Verdict.fine());
        }

        @Test
        void theOtherSchemeAnswersInstead() {
            var tls = at("http://media:5443", reply(400, "Bad Request: this is TLS"), URL);

            assertThat(OpenViduChecks.wrongScheme(tls))
                    .isEqualTo(Verdict.found(Map.of("url", "http://media:5443", "answers", "https://media:5443")));
        }

        @Test
        void nobodyAnswersByAnyScheme() {
            var down = at("http://media:5443", NOTHING, NOTHING);

            assertThat(OpenViduChecks.wrongScheme(down)).isEqualTo(Verdict.fine());
            assertThat(OpenViduChecks.unreachable(down)).isInstanceOf(Verdict.Found.class);
        }

        @Test
        void anAnswerThatIsNotOpenVidusIsNone() {
            assertThat(OpenViduChecks.unreachable(at("http://media:5443", reply(502, ""), NOTHING)))
                    .isInstanceOf(Verdict.Found.class);
        }

        private OpenViduFacts at(String url, Fact<Reply> answer, Fact<Reply> other) {
            return new OpenViduFacts(url, "secret", answer, other, NOTHING);
        }
    }

    @Nested
    class TheSecret {

        @ParameterizedTest
        @ValueSource(ints = {401, 403})
        void isRefused(int status) {
            assertThat(OpenViduChecks.wrongSecret(configured(reply(status, ""))))
                    .isInstanceOf(Verdict.Found.class);
        }

        @Test
        void isNotJudgedByATroubleOfAnotherKind() {
            assertThat(OpenViduChecks.wrongSecret(configured(reply(500, "")))).isInstanceOf(Verdict.Unmeasured.class);
            assertThat(OpenViduChecks.wrongSecret(configured(NOTHING))).isInstanceOf(Verdict.Unmeasured.class);
        }

        @Test
        void isTheExampleOfTheDocumentation() {
            var facts = new OpenViduFacts("http://media:5443", "MY_SECRET", URL, NOTHING, NOTHING);
            assertThat(OpenViduChecks.defaultSecret(facts)).isEqualTo(Verdict.found());
        }
    }

    @ParameterizedTest
    @CsvSource({"2.32.2, true", "2.33.0, true", "2.31.0, false", "2.34.0, false", "3.0.0, false", "'', "})
    void serverAndBrowsersFitWhenTheServerIsAsOldOrOneAhead(String version, Boolean fits) {
        var verdict = OpenViduChecks.versionSkew(configured(reply(200, "{\"VERSION\":\"" + version + "\"}")));

        if (fits == null) {
            assertThat(verdict).isInstanceOf(Verdict.Unmeasured.class);
        } else {
            assertThat(verdict.equals(Verdict.fine())).isEqualTo(fits);
        }
    }

    @Nested
    class AToken {

        @Test
        void leadsToWhereThePageIs() {
            var facts = token("wss://rooms.example.kr?sessionId=a&token=tok_b", "https://rooms.example.kr");

            assertThat(TokenChecks.wrongHost(facts)).isEqualTo(Verdict.fine());
            assertThat(TokenChecks.insecure(facts)).isEqualTo(Verdict.fine());
            assertThat(TokenChecks.wrongPort(facts)).isEqualTo(Verdict.fine());
        }

        @Test
        void leadsElsewhere() {
            var facts = token("wss://localhost:4443?sessionId=a", "https://rooms.example.kr:8443");

            assertThat(TokenChecks.wrongHost(facts)).isInstanceOf(Verdict.Found.class);
            assertThat(TokenChecks.wrongPort(facts)).isInstanceOf(Verdict.Found.class);
        }

        @Test
        void isPlainOnAPageThatIsNot() {
            assertThat(TokenChecks.insecure(token("ws://rooms.example.kr?sessionId=a", "https://rooms.example.kr")))
                    .isInstanceOf(Verdict.Found.class);
        }

        @Test
        void isNeverTold() {
            var facts = token("ws://rooms.example.kr?sessionId=a&token=tok_b", "https://rooms.example.kr");

            assertThat(TokenChecks.insecure(facts).toString()).doesNotContain("tok_b");
            assertThat(facts.toString()).doesNotContain("tok_b");
        }

        private TokenFacts token(String token, String page) {
            return new TokenFacts(token, URI.create(page));
        }
    }

    @Nested
    class AWebhook {

        private static final String ENDPOINT = "http://room-service:8080/internal/openvidu/events";

        @Test
        void isTaken() {
            var facts = told(reply(200, ""), 0);

            assertThat(WebhookChecks.unreachable(facts)).isEqualTo(Verdict.fine());
            assertThat(WebhookChecks.wrongSecret(facts)).isEqualTo(Verdict.fine());
            assertThat(WebhookChecks.notOk(facts)).isEqualTo(Verdict.fine());
        }

        @Test
        void isAnsweredWithoutContent() {
            assertThat(WebhookChecks.wrongSecret(told(reply(204, ""), 1))).isEqualTo(Verdict.fine());
            assertThat(WebhookChecks.notOk(told(reply(204, ""), 1)))
                    .isEqualTo(Verdict.found(Map.of("endpoint", ENDPOINT, "status", "204")));
        }

        @Test
        void isRefusedToOpenViduThoughNotToUs() {
            assertThat(WebhookChecks.wrongSecret(told(reply(200, ""), 1))).isInstanceOf(Verdict.Found.class);
        }

        @Test
        void arrivesNowhere() {
            assertThat(WebhookChecks.unreachable(told(NOTHING, 1))).isInstanceOf(Verdict.Found.class);
        }

        @Test
        void isSwitchedOff() {
            var off = new WebhookFacts("", NOTHING, Fact.unknown("off"));
            assertThat(WebhookChecks.unreachable(off)).isInstanceOf(Verdict.Found.class);
            assertThat(WebhookChecks.notOk(off)).isInstanceOf(Verdict.Unmeasured.class);
        }

        private WebhookFacts told(Fact<Reply> answer, long lost) {
            return new WebhookFacts(ENDPOINT, answer, Fact.known(lost));
        }
    }

    private static OpenViduFacts configured(Fact<Reply> config) {
        return new OpenViduFacts("http://media:5443", "secret", URL, NOTHING, config);
    }

    private static Fact<Reply> reply(int status, String body) {
        return Fact.known(new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
