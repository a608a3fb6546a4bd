package io.sarangbang.rooms.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One person who can't be forgotten must not keep all others from it. */
class FarewellsTests {

    private final Map<UUID, ClosedAccount> closed = new LinkedHashMap<>();
    private final List<UUID> forgotten = new ArrayList<>();
    private final Broken belongings = new Broken();
    private final Farewells farewells = new Farewells(
            new ClosedAccounts(new InMemory(), Clock.systemUTC()),
            List.of(belongings),
            new FarewellSettings(Duration.ofSeconds(6), Duration.ofMinutes(1), Duration.ZERO),
            Clock.systemUTC());

    @Test
    void whateverGoesWrongWithOneTheOthersAreForgotten() {
        var people = List.of(UUID.randomUUID(), UUID.randomUUID());
        var longAgo = Instant.now().minusSeconds(60);
        people.forEach(it -> closed.put(it, new ClosedAccount(it, longAgo)));
        belongings.fallOver = people.getFirst();

        farewells.goOn();

        assertThat(forgotten).containsExactly(people.getLast());
        assertThat(closed).containsOnlyKeys(people.getFirst());
    }

    private final class Broken implements Belongings {

        private UUID fallOver;

        @Override
        public String name() {
            return "things";
        }

        @Override
        public void forget(UUID account, Patience patience) {
            if (account.equals(fallOver)) {
                throw new IllegalStateException("a fault that nobody thought of");
            }
            forgotten.add(account);
        }

        @Override
        public void tell(UUID account, Consumer<Object> listener) {}
    }

    private final class InMemory implements ClosedAccountStore {

        @Override
        public ClosedAccount saveAndFlush(ClosedAccount account) {
            return account;
        }

        @Override
        public boolean existsById(UUID account) {
            return closed.containsKey(account);
        }

        @Override
        public List<ClosedAccount> findAll() {
            return List.copyOf(closed.values());
        }

        @Override
        public void delete(UUID account, Instant before) {
            closed.remove(account);
        }
    }
}
