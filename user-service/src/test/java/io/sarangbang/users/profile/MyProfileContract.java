package io.sarangbang.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.users.Answer;
import io.sarangbang.users.UserServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code GET /api/users/me}. */
abstract class MyProfileContract extends UserServiceTest {

    @Autowired
    private ProfileStore store;

    @Test
    void aProfileIsMadeFromTheTokenAtFirstContact() {
        var seoyeon = somebody("서연", "https://pictures.example.com/a.jpg");
        var profile = seoyeon.looksAtThemselves().is(200);

        assertThat(profile.text("/id")).isEqualTo(seoyeon.account().toString());
        assertThat(profile.text("/displayName")).isEqualTo("서연");
        assertThat(profile.text("/pictureUrl")).isEqualTo("https://pictures.example.com/a.jpg");
        assertThat(profile.text("/locale")).isEqualTo("ko");
        assertThat(Instant.parse(profile.text("/createdAt")))
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(1)));
        assertThat(profile.text("/updatedAt")).isEqualTo(profile.text("/createdAt"));
        assertThat(profile.body().propertyNames())
                .containsExactlyInAnyOrder("id", "displayName", "pictureUrl", "locale", "createdAt", "updatedAt");
    }

    @Test
    void aProfileStaysTheSameFromThenOn() {
        var seoyeon = somebody("서연");

        assertThat(seoyeon.looksAtThemselves().body())
                .isEqualTo(seoyeon.looksAtThemselves().body())
                .isEqualTo(seoyeon.looksAtThemselves().body());
    }

    @Test
    void whoeverHasNoNameIsAGuestWithAStableNumber() {
        var nameless = somebody(null);
        var profile = nameless.looksAtThemselves().is(200);

        assertThat(profile.text("/displayName")).matches("손님\\d{4}");
        assertThat(profile.body().get("pictureUrl").isNull()).isTrue();
        assertThat(nameless.looksAtThemselves().text("/displayName")).isEqualTo(profile.text("/displayName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"👩‍👩‍👧‍👦", "각", "Ünïcødé", "Robert'); drop table profiles;--", "<script>alert(1)</script>"})
    void aNameComesBackAsItWentIn(String name) {
        assertThat(somebody(name).looksAtThemselves().is(200).text("/displayName"))
                .isEqualTo(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC));
    }

    @Test
    void theLongestNameFits() {
        var name = "🦉".repeat(40);

        assertThat(somebody(name).looksAtThemselves().is(200).text("/displayName"))
                .isEqualTo(name);
    }

    @Test
    void firstContactsAtOnceMakeOneProfile() throws Exception {
        var seoyeon = somebody("서연");
        Callable<Answer> contact = seoyeon::looksAtThemselves;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 12).mapToObj(_ -> contact).toList());
            var first = answers.getFirst().get().is(200);
            for (var answer : answers) {
                assertThat(answer.get().is(200).body()).isEqualTo(first.body());
            }
        }
        assertThat(store.findById(seoyeon.account())).isPresent();
    }

    @Test
    void nobodyHasNoProfile() {
        var answer = nobody().looksAtThemselves().isProblem(401, "not-signed-in");

        assertThat(answer.raw().getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer");
    }
}
