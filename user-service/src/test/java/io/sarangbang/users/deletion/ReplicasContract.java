package io.sarangbang.users.deletion;

import static io.sarangbang.users.OtherServices.AUTH;
import static io.sarangbang.users.OtherServices.ROOMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.users.Person;
import io.sarangbang.users.StubService;
import io.sarangbang.users.UserServiceTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Several replicas carry out the same deletions: {@link DeletionWorker} twice over the same rows. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:replicas;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "sarangbang.deletion.look-every=1h", // only when told to
            "sarangbang.deletion.patience=20s",
            "sarangbang.deletion.lease=40s"
        })
abstract class ReplicasContract extends UserServiceTest {

    @Autowired
    private DeletionStore store;

    @Autowired
    private Deletions deletions;

    @Autowired
    private DeletionWorker worker;

    @Autowired
    private Eraser eraser;

    @Autowired
    private DeletionSettings settings;

    @Test
    void noStepIsTakenTwice() throws InterruptedException {
        AUTH.behaves(StubService.slow(Duration.ofMillis(50), StubService.status(204)));
        ROOMS.behaves(StubService.slow(Duration.ofMillis(50), StubService.status(204)));
        var people = Stream.generate(() -> somebody("서연")).limit(12).toList();
        var other = new DeletionWorker(deletions, eraser, settings);
        other.start();

        people.forEach(it -> it.deletesTheirAccount().is(202));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            worker.wake();
            other.wake();
            return people.stream().allMatch(this::isComplete);
        });

        other.stop();
        assertThat(people.stream().map(Person::account)).allSatisfy(it -> {
            assertThat(AUTH.asked(it)).hasSize(2);
            assertThat(ROOMS.asked(it)).hasSize(2);
        });
    }

    @Test
    void oneOfManyWhoSeeTheSameStepHasIt() throws Exception {
        var seoyeon = somebody("서연").account();
        deletions.request(seoyeon);
        var step = deletions.due(Holder.AUTH, 100).stream()
                .filter(it -> it.accountId().equals(seoyeon))
                .findAny()
                .orElseThrow();

        Callable<Boolean> claim = () -> deletions.claim(step);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> claim).toList());
            assertThat(claims.stream().map(Future::resultNow)).containsOnlyOnce(true);
        }
        assertThat(deletions.due(Holder.AUTH, 100))
                .noneMatch(it -> it.accountId().equals(seoyeon));
    }

    private boolean isComplete(Person person) {
        return store.findById(person.account()).orElseThrow().completedAt() != null;
    }
}
