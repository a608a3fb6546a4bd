package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.rpc.RpcSettings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What happens to somebody whose socket breaks. */
class ReconnectionTests {

    private RunningServer server;
    private String session;
    private Browser witness;

    @BeforeEach
    void open() {
        server = RunningServer.impatient();
        session = server.session();
        witness = server.joined(session, "PUBLISHER");
    }

    @AfterEach
    void close() {
        witness.close();
        server.close();
    }

    @Test
    void whoComesBackInTimeKeepsTheirPlaceAndHearsWhatTheyMissed() {
        try (var lost = server.joined(session, "PUBLISHER")) {
            lost.vanish();
            Eventually.holds("the break is noticed", () -> server.server().rpc().openSockets() == 1);
            witness.result(
                    "sendMessage", Browser.params("message", "{\"to\":[],\"type\":\"signal:a\",\"data\":\"1\"}"));
            witness.result(
                    "sendMessage", Browser.params("message", "{\"to\":[],\"type\":\"signal:a\",\"data\":\"2\"}"));
            try (var back = Browser.open(server.port())) {
                var answer = back.result("connect", connecting(lost.rpcSession()));

                assertThat(answer.toString())
                        .isEqualTo(
                                "{\"value\":\"reconnection successful\",\"sessionId\":\"" + lost.rpcSession() + "\"}");
                Eventually.holds(
                        "both signals", () -> back.pushes("sendMessage").size() == 2);
                assertThat(back.pushes("sendMessage"))
                        .extracting(push -> push.get("params").get("data").stringValue())
                        .containsExactly("1", "2");
                assertThat(back.received().getFirst().has("result")).isTrue();
                back.result("publishVideo", Browser.publishing(RunningServer.offer("publish")));
                witness.pushed("participantPublished");
                assertThat(witness.pushes("participantLeft")).isEmpty();
            }
        }
    }

    @Test
    void whoComesBackTooLateIsToldSoAndHasLeft() {
        try (var lost = server.joined(session, "PUBLISHER")) {
            lost.vanish();
            var left = witness.pushed("participantLeft");
            assertThat(left.get("connectionId").stringValue()).isEqualTo(lost.connectionId());
            assertThat(left.get("reason").stringValue()).isEqualTo("networkDisconnect");
            try (var back = Browser.open(server.port())) {
                assertThat(back.errorCode("connect", connecting(lost.rpcSession())))
                        .isEqualTo(40007);
                assertThat(back.errorCode("echo", Browser.params())).isEqualTo(803);
            }
        }
        assertThat(server.server().rpc().memberships()).isEqualTo(1);
    }

    @Test
    void aGuessedPlaceIsNotGiven() {
        try (var stranger = Browser.open(server.port())) {
            assertThat(stranger.errorCode("connect", connecting("abcdefghijklmnopqrstuvwxyz")))
                    .isEqualTo(40007);
            assertThat(stranger.errorCode("connect", Browser.params())).isEqualTo(40007);
        }
    }

    @Test
    void aNewSocketTakesOverFromOneThatSeemsAlive() {
        try (var old = server.joined(session, "PUBLISHER");
                var fresh = Browser.open(server.port())) {
            fresh.result("connect", connecting(old.rpcSession()));

            assertThat(old.closeCode()).isEqualTo(1000);
            fresh.result("publishVideo", Browser.publishing(RunningServer.offer("publish")));
            witness.pushed("participantPublished");
            fresh.call("ping", Browser.params());
            assertThat(witness.pushes("participantLeft")).isEmpty();
        }
    }

    @Test
    void aSocketThatHasAPlaceCannotTakeAnother() {
        try (var other = server.joined(session, "PUBLISHER")) {
            assertThat(other.errorCode("connect", connecting(witness.rpcSession())))
                    .isEqualTo(40007);
            assertThat(witness.result("echo", Browser.params()).get("sessionId").stringValue())
                    .isEqualTo(witness.rpcSession());
        }
    }

    @Test
    void whoWasEvictedWhileAwayCannotComeBack() {
        try (var lost = server.joined(session, "PUBLISHER")) {
            lost.vanish();
            server.rest("DELETE", "/sessions/" + session + "/connection/" + lost.connectionId(), "");
            try (var back = Browser.open(server.port())) {
                assertThat(back.errorCode("connect", connecting(lost.rpcSession())))
                        .isEqualTo(40007);
            }
        }
    }

    @Test
    void aStreamIsRenegotiatedWithoutAnybodyElseHearingOfIt() {
        try (var browser = server.joined(session, "PUBLISHER")) {
            var published = browser.result("publishVideo", Browser.publishing(RunningServer.offer("publish")));
            var stream = published.get("id").stringValue();
            witness.result(
                    "receiveVideoFrom", Browser.params("sender", stream, "sdpOffer", RunningServer.offer("subscribe")));
            var heard = witness.received().size();

            var again = browser.result(
                    "reconnectStream", Browser.params("stream", stream, "sdpString", RunningServer.offer("publish")));
            var watching = witness.result(
                    "reconnectStream", Browser.params("stream", stream, "sdpOffer", RunningServer.offer("subscribe")));

            assertThat(again.propertyNames()).containsExactlyInAnyOrder("sdpAnswer", "id", "createdAt", "sessionId");
            assertThat(watching.propertyNames()).containsExactlyInAnyOrder("sdpAnswer", "sessionId");
            assertThat(witness.received()).hasSize(heard + 1);
            assertThat(browser.errorCode("reconnectStream", Browser.params("stream", "str_X", "sdpString", "v=0")))
                    .isEqualTo(105);
        }
    }

    @Nested
    class WhenNothingIsHeard {

        @Test
        void aSocketThatStopsPingingIsClosedAndItsOwnerLeavesAfterTheGrace() {
            try (var silent = server.joined(session, "PUBLISHER")) {
                keepAlive(witness, () -> silent.isClosed());
                keepAlive(witness, () -> !witness.pushes("participantLeft").isEmpty());

                assertThat(silent.closeCode()).isEqualTo(1001);
                assertThat(witness.pushed("participantLeft").get("reason").stringValue())
                        .isEqualTo("networkDisconnect");
            }
        }

        @Test
        void aSocketThatNeverJoinsIsClosed() {
            try (var idle = Browser.open(server.port())) {
                keepAlive(idle, idle::isClosed);
                assertThat(idle.closeCode()).isEqualTo(1000);
            }
        }

        private static void keepAlive(Browser browser, BooleanSupplier until) {
            Eventually.holds("it happens while the other pings", () -> {
                browser.fling(
                        Browser.request("ping", Browser.params(), 1_000_000).toString());
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                return until.getAsBoolean();
            });
        }
    }

    @Test
    void theDefaultsAreThoseOfTheRealServer() {
        var defaults = RpcSettings.defaults();
        assertThat(defaults.maxSilence()).isEqualTo(Duration.ofSeconds(15));
        assertThat(defaults.reconnectionGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.reconnectionGrace().plus(defaults.sweepEvery()))
                .as("a closed tab is gone for the others")
                .isLessThan(Duration.ofSeconds(12));
    }

    private static ObjectNode connecting(String rpcSession) {
        return Browser.params("sessionId", rpcSession, "reconnect", true);
    }
}
