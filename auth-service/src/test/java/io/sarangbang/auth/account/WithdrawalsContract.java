package io.sarangbang.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.account.Withdrawals.Withdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of an account whose identity ends at the provider, on every database. */
@SpringBootTest
abstract class WithdrawalsContract {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private IdentityRows identities;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void anAccountThatLosesItsOnlyIdentitySleepsAndIsHadBackBySigningIn() {
        var profile = profile("kakao");
        var person = accounts.recognise(profile);

        assertThat(withdraw(profile)).contains(new Withdrawn(person.accountId(), person.identityId(), true));
        assertThat(asleep()).contains(person.accountId());
        assertThat(accounts.recognise(profile)).isEqualTo(person);
        assertThat(asleep()).doesNotContain(person.accountId());
    }

    @Test
    void anIdentityBesideAnotherIsRemoved() {
        var kakao = profile("kakao");
        var person = accounts.recognise(kakao);
        var naver = alsoOpens(person.accountId(), profile("naver"));

        assertThat(withdraw(kakao)).contains(new Withdrawn(person.accountId(), person.identityId(), false));
        assertThat(identities.findById(person.identityId())).isEmpty();
        assertThat(identities.findByAccountId(person.accountId()))
                .extracting(Identity::id)
                .containsExactly(naver);
        assertThat(asleep()).doesNotContain(person.accountId());
    }

    @Test
    void aSleepingIdentityBesideItDoesNotKeepAnAccountAwake() {
        var kakao = profile("kakao");
        var naver = profile("naver");
        var account = accounts.recognise(kakao).accountId();
        withdraw(kakao);
        alsoOpens(account, naver);

        assertThat(asleep()).as("it is awake, so nobody has it deleted").doesNotContain(account);
        assertThat(withdraw(naver).orElseThrow().asleep()).isTrue();
    }

    @Test
    void whoIsUnknownOrWithdrewBeforeIsNobody() {
        var profile = profile("kakao");
        assertThat(withdraw(profile)).isEmpty();
        accounts.recognise(profile);
        withdraw(profile);
        assertThat(withdraw(profile)).isEmpty();
    }

    @Test
    void ofTwoIdentitiesThatEndAtOnceOneStaysForTheAccountToSleepOn() throws Exception {
        for (var round = 0; round < 5; round++) {
            var kakao = profile("kakao");
            var naver = profile("naver");
            var account = accounts.recognise(kakao).accountId();
            alsoOpens(account, naver);

            var ended = atOnce(List.of(kakao, naver));

            assertThat(ended).extracting(Withdrawn::asleep).containsExactlyInAnyOrder(true, false);
            assertThat(identities.findByAccountId(account)).hasSize(1);
        }
    }

    private List<Withdrawn> atOnce(List<Profile> profiles) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = profiles.stream()
                    .map(it -> threads.submit(() -> {
                        start.await();
                        return withdraw(it).orElseThrow();
                    }))
                    .toList();
            start.countDown();
            for (Future<Withdrawn> call : calls) {
                call.get();
            }
            return calls.stream().map(Future::resultNow).toList();
        }
    }

    private Optional<Withdrawn> withdraw(Profile profile) {
        return transaction.execute(_ -> withdrawals.withdraw(profile.provider(), profile.app(), profile.subject()));
    }

    private UUID alsoOpens(UUID accountId, Profile profile) {
        return transaction.execute(_ ->
                identities.save(new Identity(accountId, profile, Instant.now())).id());
    }

    private List<UUID> asleep() {
        return withdrawals.asleepSince(Instant.now().plusSeconds(60), 1000);
    }

    private static Profile profile(String provider) {
        return new Profile(provider, "app", UUID.randomUUID().toString(), "민지", null);
    }
}
