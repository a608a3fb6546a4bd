package io.sarangbang.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** What several do to identities at once has the outcome of one after the other, on every database. */
abstract class IdentityRaceContract extends RunningService {

    private final String naver = "n" + UUID.randomUUID();

    @RepeatedTest(3)
    void oneProofSentManyTimesLinksOnce() {
        var browser = somebody();
        goes(browser, "link", "naver", naverPerson(naver));
        var answers = atOnce(
                copies(browser, 6).map(it -> (Callable<HttpResponse<String>>) () -> it.posts("/api/auth/identities")));

        assertThat(statuses(answers)).containsOnlyOnce(201).allMatch(it -> it == 201 || it == 200 || it == 404);
        assertThat(providers(browser)).containsExactly("kakao", "naver");
    }

    @RepeatedTest(3)
    void anIdentityThatTwoAccountsLinkAtOnceOpensOne() {
        var one = somebody();
        var other = somebody();
        goes(one, "link", "naver", naverPerson(naver));
        goes(other, "link", "naver", naverPerson(naver));
        var answers =
                atOnce(Stream.of(() -> one.posts("/api/auth/identities"), () -> other.posts("/api/auth/identities")));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409);
        answers.stream().filter(it -> it.statusCode() == 409).forEach(it -> isProblem(it, 409, "identity-taken"));
        assertThat(Stream.of(one, other).flatMap(it -> providers(it).stream()).filter("naver"::equals))
                .hasSize(1);
    }

    @RepeatedTest(3)
    void anIdentityThatIsLinkedWhileItsPersonMakesAnAccountDoesOneOfBoth() {
        var browser = somebody();
        goes(browser, "link", "naver", naverPerson(naver));
        var newcomer = browser();
        comesBackFrom(newcomer, "naver", naverPerson(naver));
        var answers = atOnce(
                Stream.of(() -> browser.posts("/api/auth/identities"), () -> newcomer.posts("/api/auth/accounts")));

        var linked = answers.getFirst().statusCode() == 201;
        assertThat(answers.getLast().statusCode()).isEqualTo(204);
        assertThat(caller(newcomer).accountId().equals(caller(browser).accountId()))
                .isEqualTo(linked);
        assertThat(providers(browser).contains("naver")).isEqualTo(linked);
    }

    @RepeatedTest(3)
    void twoIdentitiesOfOneProviderAreNotBothLinked() {
        var browser = somebody();
        var tab = browser.copy();
        goes(browser, "link", "naver", naverPerson(naver));
        goes(tab, "link", "naver", naverPerson(naver + "x"));
        var answers =
                atOnce(Stream.of(() -> browser.posts("/api/auth/identities"), () -> tab.posts("/api/auth/identities")));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409);
        assertThat(providers(browser)).containsExactly("kakao", "naver");
    }

    @RepeatedTest(3)
    void ofTwoIdentitiesTakenOffAtOnceOneStays() {
        var browser = somebody();
        goes(browser, "link", "naver", naverPerson(naver));
        browser.posts("/api/auth/identities");
        var tab = browser();
        comesBackFrom(tab, "naver", naverPerson(naver));
        var ids = ids(browser);
        var answers = atOnce(Stream.of(
                () -> browser.deletes("/api/auth/identities/" + ids.getFirst()),
                () -> tab.deletes("/api/auth/identities/" + ids.getLast())));

        assertThat(statuses(answers)).containsOnlyOnce(204);
        assertThat(Stream.of(browser, tab)
                        .filter(it -> it.posts("/api/auth/refresh").statusCode() == 204))
                .as("one session is left: that of the identity that is left")
                .hasSizeLessThanOrEqualTo(1);
    }

    @RepeatedTest(3)
    void whoSignsInWithAnIdentityWhileItIsTakenOffIsNotLeftInside() {
        var browser = somebody();
        goes(browser, "link", "naver", naverPerson(naver));
        browser.posts("/api/auth/identities");
        var id = ids(browser).getLast();
        var arriving = IntStream.range(0, 4).mapToObj(_ -> browser()).toList();
        var arrivals = arriving.stream()
                .map(it -> (Callable<HttpResponse<String>>) () -> comesBackFrom(it, "naver", naverPerson(naver)));
        var answers = atOnce(Stream.concat(Stream.of(() -> browser.deletes("/api/auth/identities/" + id)), arrivals));

        assertThat(answers.getFirst().statusCode()).isEqualTo(204);
        assertThat(arriving)
                .allSatisfy(it ->
                        assertThat(it.posts("/api/auth/refresh").statusCode()).isEqualTo(401));
    }

    /** Somebody with an account of their own, signed in just now. */
    private Browser somebody() {
        return signedIn(kakaoPerson(Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1 | 1)));
    }

    private static Stream<Browser> copies(Browser browser, int many) {
        return IntStream.range(0, many).mapToObj(_ -> browser.copy());
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }

    private static List<String> providers(Browser browser) {
        return members(browser, "provider");
    }

    private static List<String> ids(Browser browser) {
        return members(browser, "id");
    }

    private static List<String> members(Browser browser, String member) {
        return json(browser.opens("/api/auth/identities"))
                .path("identities")
                .valueStream()
                .map(it -> it.path(member).asString())
                .toList();
    }

    private static List<HttpResponse<String>> atOnce(Stream<Callable<HttpResponse<String>>> calls) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.map(it -> threads.submit(() -> {
                        start.await();
                        return it.call();
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(IdentityRaceContract::answer).toList();
        }
    }

    private static HttpResponse<String> answer(Future<HttpResponse<String>> call) {
        try {
            return call.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
