package io.sarangbang.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Who is the same person, on every database. */
@SpringBootTest
abstract class AccountsContract {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Turns turns;

    @Autowired
    private AccountRows rows;

    @Test
    void aNewPersonWhoComesInByManyDoorsAtOnceGetsOneAccount() {
        for (var round = 0; round < 5; round++) {
            var before = rows.count();
            var profile = profile("kakao", "app", UUID.randomUUID().toString());
            var people = atOnce(12, profile);

            assertThat(people.stream().map(Person::accountId).distinct()).hasSize(1);
            assertThat(rows.count()).isEqualTo(before + 1);
        }
    }

    @Test
    void providerAppAndSubjectTogetherAreTheIdentity() {
        var subject = UUID.randomUUID().toString();
        var people = List.of(
                accounts.recognise(profile("kakao", "app", subject)),
                accounts.recognise(profile("kakao", "other", subject)),
                accounts.recognise(profile("naver", "app", subject)));

        assertThat(people.stream().map(Person::accountId)).doesNotHaveDuplicates();
        assertThat(accounts.recognise(profile("kakao", "app", subject)).accountId())
                .isEqualTo(people.getFirst().accountId());
    }

    @Test
    void subjectsAreComparedByteByByte() {
        var people = List.of("abc", "ABC", "abc ", "äbc", "ａbc").stream()
                .map(it -> accounts.recognise(profile("naver", "bytes", it)))
                .toList();

        assertThat(people.stream().map(Person::accountId)).doesNotHaveDuplicates();
    }

    @Test
    void theLongestSubjectAndNameFit() {
        var profile = new Profile("naver", "app", "x".repeat(64), "😀".repeat(60), "https://x.test/" + "p".repeat(480));
        var person = accounts.recognise(profile);

        assertThat(accounts.byIdentity(person.identityId())).contains(person);
        assertThat(person.nickname()).isEqualTo("😀".repeat(40));
    }

    @Test
    void whatTheProviderTellsIsTakenOverAtEachSignIn() {
        var first = accounts.recognise(new Profile("kakao", "app", "renamed", "before", "https://x.test/a"));
        accounts.recognise(new Profile("kakao", "app", "renamed", null, null));

        assertThat(accounts.byIdentity(first.identityId()).orElseThrow())
                .isEqualTo(new Person(first.accountId(), first.identityId(), "kakao", null, null));
    }

    private static Profile profile(String provider, String app, String subject) {
        return new Profile(provider, app, subject, "민지", null);
    }

    private List<Person> atOnce(int many, Profile profile) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, many)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return turns.take(() -> accounts.recognise(profile));
                    }))
                    .toList();
            start.countDown();
            return calls.stream().map(AccountsContract::result).toList();
        }
    }

    private static Person result(Future<Person> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
