package io.sarangbang.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.users.Person;
import io.sarangbang.users.UserServiceTest;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** {@code GET /api/users?ids=}. */
abstract class SomeUsersContract extends UserServiceTest {

    @Test
    void thoseKnownComeInTheOrderAsked() {
        var a = known("가");
        var b = known("나");
        var c = known("다");

        assertThat(a.looksAt(c, somebody("모름"), a, b).is(200).texts("/users", "displayName"))
                .containsExactly("다", "가", "나");
        assertThat(a.looksAt(b, a, c).is(200).texts("/users", "displayName")).containsExactly("나", "가", "다");
    }

    @Test
    void othersSeeNoMoreThanTheyNeed() {
        var user = known("가").looksAt(known("나")).is(200).body().at("/users/0");

        assertThat(user.propertyNames()).containsExactlyInAnyOrder("id", "displayName", "pictureUrl");
        assertThat(user.get("pictureUrl").isNull()).isTrue();
    }

    @Test
    void whoIsAskedForTwiceComesOnce() {
        var a = known("가");

        assertThat(a.looksAt(a, a).is(200).texts("/users", "displayName")).containsExactly("가");
    }

    @Test
    void upperCaseIsTheSameId() {
        var a = known("가");

        assertThat(a.looksAt(a.account().toString().toUpperCase(java.util.Locale.ROOT))
                        .is(200)
                        .texts("/users", "id"))
                .containsExactly(a.account().toString());
    }

    @Test
    void lookingAtNobodyFindsNobody() {
        assertThat(known("가").looksAt("").is(200).body().at("/users").isEmpty()).isTrue();
        assertThat(known("가")
                        .looksAt(somebody("모름"))
                        .is(200)
                        .body()
                        .at("/users")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void lookingMakesNoProfile() {
        var stranger = somebody("모름");
        stranger.looksAt(stranger).is(200);

        assertThat(known("가").looksAt(stranger).body().at("/users").isEmpty()).isTrue();
    }

    @Test
    void aHundredIdsAreAnsweredAndOneMoreIsNot() {
        var a = known("가");

        a.looksAt(ids(100)).is(200);
        assertThat(a.looksAt(ids(101)).isProblem(400, "validation-failed").texts("/errors", "pointer"))
                .containsExactly("ids");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ",",
                "1-1-1-1-1",
                "019a9f5e-0000-7000-8000-00000000000",
                "019a9f5e-0000-7000-8000-000000000000,",
                "'%20or%201=1"
            })
    void whatIsNoIdIsRefused(String ids) {
        assertThat(known("가").looksAt(ids).isProblem(400, "validation-failed").texts("/errors", "pointer"))
                .containsExactly("ids");
    }

    @Test
    void idsAreNeeded() {
        known("가").send(HttpMethod.GET, "/api/users", null).isProblem(400, "malformed-request");
    }

    @Test
    void nobodySeesNobody() {
        nobody().looksAt(known("가")).isProblem(401, "not-signed-in");
    }

    private Person known(String name) {
        var person = somebody(name);
        person.looksAtThemselves().is(200);
        return person;
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .collect(Collectors.joining(","));
    }
}
