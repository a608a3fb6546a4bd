package io.sarangbang.users.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.users.OtherServices;
import io.sarangbang.users.ServiceProcess;
import io.sarangbang.users.StubService;
import io.sarangbang.users.StubService.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This service is killed in the middle of deletions, while another service does not answer. */
abstract class DeletionAfterKillContract {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<UUID> accounts =
            Stream.generate(UUID::randomUUID).limit(6).toList();

    /** As settings of the service. */
    abstract List<String> database();

    @Test
    void whoeverComesNextGoesOnWhereTheKilledOneWas() {
        try (var auth = new StubService("auth-service");
                var rooms = new StubService("room-service")) {
            var settings = new ArrayList<>(OtherServices.properties(auth, rooms));
            settings.addAll(database());
            auth.behaves(auth.hanging());

            List<String> answers;
            try (var killed = ServiceProcess.start(settings, "-Xmx128m")) {
                answers = accounts.stream().map(it -> deletes(killed, it)).toList();
                await().atMost(SOON)
                        .until(() -> killed.says("ROOMS confirmed the FIRST sweep") == accounts.size()
                                && !auth.asked("accounts").isEmpty());
                killed.isKilled();
            }
            auth.behaves(StubService.status(204));

            try (var next = ServiceProcess.start(settings, "-Xmx128m")) {
                await().atMost(SOON).until(() -> accounts.stream().allMatch(it -> isDeleted(next, it)));
                assertThat(accounts.stream().map(it -> deletes(next, it))).isEqualTo(answers);
            }
            assertThat(accounts).allSatisfy(it -> {
                assertThat(rooms.asked(it)).hasSize(2);
                assertThat(auth.asked(it))
                        .extracting(Asked::what)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .containsOnly("DELETE /internal/accounts/" + it);
            });
        }
    }

    private static String deletes(ServiceProcess service, UUID account) {
        var token = StubService.credentials("auth-service").issue("user-service");
        var answer = service.asks(token, "POST", "/internal/deletions", "{\"accountId\":\"%s\"}".formatted(account));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body();
    }

    private static boolean isDeleted(ServiceProcess service, UUID account) {
        return service.says("account " + account + " is deleted") > 0;
    }
}
