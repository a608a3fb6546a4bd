package io.sarangbang.auth.session;

import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.visitor.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** People with sessions, and a clock that can be set forward. */
@SpringBootTest
@Import(SessionStage.TestClock.class)
abstract class SessionStage {

    static final Visitor HERE = new Visitor("KakaoTalk · Android", "203.0.113.0/24");

    @Autowired
    protected Sessions sessions;

    @Autowired
    protected SessionRows rows;

    @Autowired
    protected RefreshTokenRows tokens;

    @Autowired
    protected SessionPolicy policy;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected Accounts accounts;

    protected Person somebody() {
        return person(UUID.randomUUID().toString());
    }

    protected Person person(String subject) {
        return accounts.recognise(new Profile("kakao", "app", subject, "민지", null));
    }

    protected Optional<Grant> refresh(String token) {
        return sessions.refresh(token, HERE);
    }

    protected String begin() {
        return begin(somebody());
    }

    protected String begin(Person person) {
        return sessions.begin(person, HERE, null).refreshToken();
    }

    protected Ending ending(String token) {
        return session(token).revokedWhy();
    }

    protected Session session(String token) {
        return rows.findById(sid(token)).orElseThrow();
    }

    protected UUID sid(String token) {
        return family(token).orElseThrow();
    }

    protected Optional<UUID> family(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return tokens.sessionOf(hash.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static <T> List<T> atOnce(int many, Callable<T> call) {
        return atOnce(IntStream.range(0, many).mapToObj(_ -> call).toList());
    }

    protected static <T> List<T> atOnce(List<Callable<T>> calls) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(SessionStage::result).toList();
        }
    }

    private static <T> T result(Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
