package io.sarangbang.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndedSessionsTests {

    private final Instant now = Instant.now();
    private final EndedSessions ended = new EndedSessions(1000);

    @Test
    void whatIsToldTwiceIsKeptOnce() {
        var id = UUID.randomUUID();

        ended.add(List.of(id), now);
        ended.add(List.of(id), now.plusSeconds(1));

        assertThat(ended.size()).isOne();
        assertThat(ended.contains(id)).isTrue();
    }

    @Test
    void whatNoTokenHoldsForAnyMoreIsForgotten() {
        var old = UUID.randomUUID();
        var young = UUID.randomUUID();
        ended.add(List.of(old), now);
        ended.add(List.of(young), now.plusSeconds(10));

        ended.forgetBefore(now.plusSeconds(5));

        assertThat(ended.contains(old)).isFalse();
        assertThat(ended.contains(young)).isTrue();
    }

    @Test
    void howeverManyEndTheMemoryIsBoundedAndTheLatestStay() {
        var all = Stream.generate(UUID::randomUUID).limit(3000).toList();

        ended.add(all, now);

        assertThat(ended.size()).isEqualTo(1000);
        assertThat(ended.contains(all.getLast())).isTrue();
        assertThat(ended.contains(all.getFirst())).isFalse();
    }
}
