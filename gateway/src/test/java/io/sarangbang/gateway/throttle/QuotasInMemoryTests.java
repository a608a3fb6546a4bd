package io.sarangbang.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class QuotasInMemoryTests extends QuotasContract {

    private final QuotasInMemory quotas = new QuotasInMemory();

    @Override
    Quotas quotas() {
        return quotas;
    }

    @Test
    void howEverManyAskTheMemoryIsBounded() {
        var rate = Rate.valueOf("1/1h");
        for (int i = 0; i < 3 * QuotasInMemory.MOST; i++) {
            quotas.take(new Quota(Kind.SIGN_IN, "address " + i, rate)).block();
        }

        assertThat(quotas.remembered()).isLessThanOrEqualTo(QuotasInMemory.MOST);
    }

    @Test
    void aQuotaThatIsWholeAgainIsForgotten() {
        take(quota("5/1s"));

        await().until(() -> quotas.remembered() == 0);
    }
}
