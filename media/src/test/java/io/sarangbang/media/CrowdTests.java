package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once: nothing is lost, nothing stays behind. */
class CrowdTests {

    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.impatient();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoeverJoinsAtOnceSeesEverybodyElseExactlyOnce() throws Exception {
        var session = server.session();
        var browsers = atOnce(20, () -> server.joined(session, "PUBLISHER"));
        try {
            for (var browser : browsers) {
                Eventually.holds("19 others are known", () -> known(browser).size() == 19);
                assertThat(known(browser)).doesNotHaveDuplicates().doesNotContain(browser.connectionId());
            }
        } finally {
            browsers.forEach(Browser::close);
        }
    }

    @Test
    void signalsReachEverybodyInTheSameOrder() throws Exception {
        var session = server.session();
        var browsers = atOnce(5, () -> server.joined(session, "PUBLISHER"));
        try {
            var talking = browsers.iterator();
            atOnce(5, () -> {
                Browser speaker;
                synchronized (talking) {
                    speaker = talking.next();
                }
                for (int i = 0; i < 20; i++) {
                    speaker.result("sendMessage", Browser.params("message", "{\"to\":[],\"data\":\"" + i + "\"}"));
                }
                return speaker;
            });
            var first = heard(browsers.getFirst());
            assertThat(first).hasSize(100);
            browsers.forEach(browser -> assertThat(heard(browser)).isEqualTo(first));
        } finally {
            browsers.forEach(Browser::close);
        }
    }

    @Test
    void twoHundredVisitsLeaveNothingBehind() throws Exception {
        visit(10); // warms pools up, so that what they keep is not taken for a leak
        settle();
        var before = threads();

        visit(200);

        settle();
        assertThat(server.server().rooms().all()).isEmpty();
        Eventually.holds(
                () -> "the threads are those before, not " + threads(),
                () -> threads().equals(before));
        Eventually.holds("no media peer is left", () -> mediaPeers() == 0);
    }

    /** In three ways: leaving, closing the tab, and losing the network while publishing. */
    private void visit(int times) throws Exception {
        var sessions = IntStream.range(0, 10).mapToObj(_ -> server.session()).toList();
        var counter = new AtomicInteger();
        atOnce(8, () -> {
            for (int turn = counter.getAndIncrement(); turn < times; turn = counter.getAndIncrement()) {
                var session = sessions.get(turn % sessions.size());
                var made = server.rest("POST", "/sessions/" + session + "/connection", "{}");
                if (made.statusCode() == 200) {
                    visit(session, RunningServer.json(made).get("token").stringValue(), turn % 3);
                }
            }
            return counter;
        });
    }

    private void visit(String session, String token, int way) {
        try (var browser = Browser.open(server.port())) {
            if (browser.call("joinRoom", Browser.joining(session, token)).has("error")) {
                return; // the last one left between making the token and using it
            }
            switch (way) {
                case 0 -> browser.result("leaveRoom", Browser.params());
                case 1 -> browser.closeNormally();
                default -> browser.result("publishVideo", Browser.publishing(RunningServer.offer("publish")));
            }
        }
    }

    private void settle() {
        Eventually.holds(
                () -> "no socket and no membership is left: "
                        + server.server().rpc().openSockets() + ", "
                        + server.server().rpc().memberships(),
                () -> server.server().rpc().openSockets() == 0
                        && server.server().rpc().memberships() == 0);
        server.server().rooms().all().forEach(room -> server.rest("DELETE", "/sessions/" + room.id(), ""));
    }

    /** Without those of the JVM, of the test's own HTTP clients, and of the web server's pool, which is bounded. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.matches("(HttpClient-|http-|ForkJoinPool|VirtualThread|CompletableFuture).*"))
                .sorted()
                .toList();
    }

    private int mediaPeers() {
        var health = RunningServer.send(server.request("/health", "GET", "").build());
        return RunningServer.json(health).get("media").get("peers").intValue();
    }

    private static List<String> known(Browser browser) {
        var ids = new ArrayList<String>();
        browser.welcome().get("value").forEach(peer -> ids.add(peer.get("id").stringValue()));
        browser.pushes("participantJoined")
                .forEach(push -> ids.add(push.get("params").get("id").stringValue()));
        return ids;
    }

    private static List<String> heard(Browser browser) {
        Eventually.holds("100 signals", () -> browser.pushes("sendMessage").size() == 100);
        return browser.pushes("sendMessage").stream()
                .map(push -> push.get("params").toString())
                .toList();
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(Collections.nCopies(times, task))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
