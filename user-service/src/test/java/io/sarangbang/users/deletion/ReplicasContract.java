package io.sarangbang.users.deletion;

import static io.sarangbang.users.OtherServices.AUTH;
import static io.sarangbang.users.OtherServices.ROOMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.users.Person;
import io.sarangbang.users.StubService;
import io.sarangbang.users.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Several replicas carry out the same deletions: {@link DeletionWorker} twice over the same rows. */
@TestPropertySource(properties = {"sarangbang.deletion.patience=20s", "sarangbang.deletion.lease=40s"})
abstract class ReplicasContract extends UserServiceTest {

    @Autowired
    private DeletionStore store;

    @Autowired
    private Deletions deletions;

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
        await().atMost(Duration.ofSeconds(30)).until(() -> people.stream().allMatch(this::isComplete));

        other.stop();
        assertThat(people).allSatisfy(it -> {
            assertThat(AUTH.asked(it.account())).hasSize(2);
            assertThat(ROOMS.asked(it.account())).hasSize(2);
        });
    }

    @Test
    void oneOfManyWhoSeeTheSameStepHasIt() throws Exception {
        AUTH.stops();
        var seoyeon = somebody("서연");
        seoyeon.deletesTheirAccount().is(202);
        var step = new java.util.concurrent.atomic.AtomicReference<Step>();
        await().until(() -> {
            deletions.due(Holder.AUTH, 100).stream()
                    .filter(it -> it.accountId().equals(seoyeon.account()))
                    .forEach(step::set);
            return step.get() != null;
        });

        Callable<Boolean> claim = () -> deletions.claim(step.get());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Boolean> claims = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(_ -> claim).toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(claims.stream().filter(it -> it)).hasSizeLessThanOrEqualTo(1);
        }
    }

    private boolean isComplete(Person person) {
        return store.findById(person.account()).orElseThrow().completedAt() != null;
    }
}
