package io.sarangbang.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What holds wherever it is counted. */
abstract class QuotasContract {

    private final String somebody = UUID.randomUUID().toString();

    abstract Quotas quotas();

    @Test
    void asManyAsTheRateSaysPassAtOnceAndTheNextWaits() {
        var quota = quota("3/1h");

        assertThat(take(quota)).isZero();
        assertThat(take(quota)).isZero();
        assertThat(take(quota)).isZero();
        assertThat(take(quota)).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    }

    @Test
    void whoeverIsRefusedWaitsNoLongerForHavingAsked() {
        var quota = quota("1/1h");
        take(quota);

        var first = take(quota);
        for (int i = 0; i < 20; i++) {
            take(quota);
        }

        assertThat(take(quota)).isLessThanOrEqualTo(first);
    }

    @Test
    void whatWasUsedComesBackEvenly() {
        var quota = quota("2/1s");
        take(quota);
        take(quota);
        assertThat(take(quota)).isPositive().isLessThanOrEqualTo(Duration.ofMillis(500));

        await().atMost(Duration.ofSeconds(3)).until(() -> take(quota).isZero());
    }

    @Test
    void lookingCountsNothing() {
        var quota = quota("1/1h");
        for (int i = 0; i < 5; i++) {
            assertThat(look(quota)).isZero();
        }

        assertThat(take(quota)).isZero();
        assertThat(look(quota)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void othersAndOtherKindsHaveTheirOwn() {
        var rate = Rate.valueOf("1/1h");
        take(new Quota(Kind.SIGN_IN, somebody, rate));

        assertThat(take(new Quota(Kind.SIGN_IN, somebody + "2", rate))).isZero();
        assertThat(take(new Quota(Kind.CALLBACK, somebody, rate))).isZero();
        assertThat(take(new Quota(Kind.SIGN_IN, somebody, Rate.valueOf("2/1h"))))
                .isZero();
        assertThat(take(new Quota(Kind.SIGN_IN, somebody, rate))).isPositive();
    }

    @Test
    void ofManyAtOnceExactlyTheFirstPass() {
        var quota = quota("50/1h");

        var passed = Flux.range(0, 80)
                .flatMap(_ -> quotas().take(quota), 80)
                .filter(Duration::isZero)
                .count()
                .block(Duration.ofSeconds(10));

        assertThat(passed).isEqualTo(50);
    }

    final Quota quota(String rate) {
        return new Quota(Kind.REFRESH, somebody, Rate.valueOf(rate));
    }

    final Duration take(Quota quota) {
        return quotas().take(quota).block(Duration.ofSeconds(5));
    }

    private Duration look(Quota quota) {
        return quotas().look(quota).block(Duration.ofSeconds(5));
    }
}
