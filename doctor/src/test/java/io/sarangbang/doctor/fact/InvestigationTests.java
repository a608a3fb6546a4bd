package io.sarangbang.doctor.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Installation.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InvestigationTests {

    record Apple(String colour) {}

    record Pear(String colour) {}

    private final Installation nowhere =
            new Installation(Map.of(), Path.of("/nonexistent"), Path.of("/nonexistent"), View.SETTINGS);

    @Test
    void allAreAskedAtOnce() throws Exception {
        var both = new CountDownLatch(2);
        var apple = Probe.of(Apple.class, _ -> {
            both.countDown();
            both.await();
            return new Apple("red");
        });
        var pear = Probe.of(Pear.class, _ -> {
            both.countDown();
            both.await();
            return new Pear("green");
        });

        var facts = asked(apple, pear);

        assertThat(facts.get(Apple.class)).isEqualTo(Fact.known(new Apple("red")));
        assertThat(facts.get(Pear.class)).isEqualTo(Fact.known(new Pear("green")));
    }

    @Test
    void oneMayWaitForWhatAnotherLearns() throws Exception {
        var pear =
                Probe.of(Pear.class, it -> it.fact(Apple.class).either(apple -> new Pear(apple.colour()), Pear::new));
        var apple = Probe.of(Apple.class, _ -> new Apple("red"));

        assertThat(asked(pear, apple).get(Pear.class)).isEqualTo(Fact.known(new Pear("red")));
    }

    @Test
    void whatFailsIsUnknownAndSaysWhy() throws Exception {
        var apple = Probe.<Apple>of(Apple.class, _ -> {
            throw new IOException("rotten");
        });

        assertThat(asked(apple).get(Apple.class)).isEqualTo(Fact.unknown("IOException: rotten"));
    }

    @Test
    void whoTakesTooLongIsLeftBehind() throws Exception {
        var never = new CountDownLatch(1);
        var slow = new Probe<Apple>() {
            @Override
            public Class<Apple> facts() {
                return Apple.class;
            }

            @Override
            public Apple ask(Inquiry inquiry) throws InterruptedException {
                never.await();
                return new Apple("red");
            }

            @Override
            public Duration limit(Inquiry inquiry) {
                return Duration.ofMillis(1);
            }
        };

        assertThat(asked(slow).get(Apple.class)).isEqualTo(Fact.unknown("no answer within 0 s"));
    }

    @Test
    void whatNobodyAskedIsUnknown() throws Exception {
        assertThat(asked().get(Apple.class)).isInstanceOf(Fact.Unknown.class);
    }

    private Facts asked(Probe<?>... probes) throws InterruptedException {
        return new Investigation(nowhere, false, List.of(probes)).facts();
    }
}
