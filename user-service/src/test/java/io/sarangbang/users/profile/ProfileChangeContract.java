package io.sarangbang.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.users.Answer;
import io.sarangbang.users.Person;
import io.sarangbang.users.UserServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** {@code PATCH /api/users/me}. */
abstract class ProfileChangeContract extends UserServiceTest {

    private Person seoyeon;

    @BeforeEach
    void signIn() {
        seoyeon = somebody("서연", "https://pictures.example.com/a.jpg");
    }

    @Test
    void aNameChangesAlone() {
        var before = seoyeon.looksAtThemselves();
        var after = seoyeon.changes("{\"displayName\":\"  민서 \\u00a0\"}").is(200);

        assertThat(after.text("/displayName")).isEqualTo("민서");
        assertThat(after.text("/locale")).isEqualTo("ko");
        assertThat(after.text("/pictureUrl")).isEqualTo(before.text("/pictureUrl"));
        assertThat(after.text("/createdAt")).isEqualTo(before.text("/createdAt"));
        assertThat(Instant.parse(after.text("/updatedAt"))).isAfter(Instant.parse(before.text("/updatedAt")));
        assertThat(seoyeon.looksAtThemselves().body()).isEqualTo(after.body());
    }

    @Test
    void aLocaleChangesAlone() {
        assertThat(seoyeon.changes("{\"locale\":\"en\"}").is(200).text("/locale"))
                .isEqualTo("en");
        assertThat(seoyeon.looksAtThemselves().text("/displayName")).isEqualTo("서연");
    }

    @Test
    void bothChangeTogether() {
        var after = seoyeon.changes("{\"locale\":\"en\",\"displayName\":\"Minseo\"}")
                .is(200);

        assertThat(after.text("/locale")).isEqualTo("en");
        assertThat(after.text("/displayName")).isEqualTo("Minseo");
    }

    @Test
    void nothingGivenChangesNothing() {
        var before = seoyeon.looksAtThemselves();

        assertThat(seoyeon.changes("{}").is(200).body()).isEqualTo(before.body());
    }

    @Test
    void aChangeMayBeTheFirstContact() {
        assertThat(somebody(null).changes("{\"displayName\":\"새 사람\"}").is(200).text("/displayName"))
                .isEqualTo("새 사람");
    }

    @Test
    void aChangeTouchesNobodyElse() {
        var other = somebody("민준");
        other.looksAtThemselves();
        seoyeon.changes("{\"displayName\":\"나\",\"locale\":\"en\"}").is(200);

        assertThat(other.looksAtThemselves().text("/displayName")).isEqualTo("민준");
        assertThat(other.looksAtThemselves().text("/locale")).isEqualTo("ko");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"displayName\":null} | /displayName",
                "{\"displayName\":\"\"} | /displayName",
                "{\"displayName\":\"  \\t \"} | /displayName",
                "{\"displayName\":7} | /displayName",
                "{\"displayName\":true} | /displayName",
                "{\"displayName\":[\"a\"]} | /displayName",
                "{\"displayName\":{\"a\":1}} | /displayName",
                "{\"displayName\":\"a\\nb\"} | /displayName",
                "{\"displayName\":\"a\\u202eb\"} | /displayName",
                "{\"displayName\":\"a\\u2066b\"} | /displayName",
                "{\"displayName\":\"a\\u0000b\"} | /displayName",
                "{\"displayName\":\"\\u3164\"} | /displayName",
                "{\"displayName\":\"\\u200d\"} | /displayName",
                "{\"displayName\":\"\\ud83d\"} | /displayName",
                "{\"locale\":null} | /locale",
                "{\"locale\":\"\"} | /locale",
                "{\"locale\":\"KO\"} | /locale",
                "{\"locale\":\"fr\"} | /locale",
                "{\"locale\":1} | /locale",
                "{\"pictureUrl\":\"https://x.example/\"} | /pictureUrl",
                "{\"id\":\"x\"} | /id",
                "{\"a/b~c\":1} | /a~1b~0c"
            })
    void whatIsNotValidIsNamedAndNothingChanges(String body, String pointer) {
        var before = seoyeon.looksAtThemselves();
        var answer = seoyeon.changes(body).isProblem(400, "validation-failed");

        assertThat(answer.texts("/errors", "pointer")).containsExactly(pointer);
        assertThat(answer.texts("/errors", "detail")).doesNotContain("");
        assertThat(seoyeon.looksAtThemselves().body()).isEqualTo(before.body());
    }

    @Test
    void oneBadMemberSpoilsTheWholeChange() {
        var answer = seoyeon.changes("{\"displayName\":\"민서\",\"locale\":\"fr\",\"role\":\"owner\"}")
                .isProblem(400, "validation-failed");

        assertThat(answer.texts("/errors", "pointer")).containsExactlyInAnyOrder("/locale", "/role");
        assertThat(seoyeon.looksAtThemselves().text("/displayName")).isEqualTo("서연");
    }

    @Test
    void fortyCodePointsAreANameAndOneMoreIsNot() {
        seoyeon.changes("{\"displayName\":\"" + "🦉".repeat(40) + "\"}").is(200);
        seoyeon.changes("{\"displayName\":\"" + "🦉".repeat(41) + "\"}").isProblem(400, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"displayName\":\"a\"",
                "{'displayName':'a'}",
                "{\"displayName\":\"a\",\"displayName\":\"b\"}",
                "{\"locale\":\"en\"} trailing",
                "\u0000"
            })
    void whatIsNoJsonObjectIsMalformed(String body) {
        seoyeon.changes(body).isProblem(400, "malformed-request");

        assertThat(seoyeon.looksAtThemselves().text("/displayName")).isEqualTo("서연");
    }

    @Test
    void onlyJsonIsRead() {
        seoyeon.send(HttpMethod.PATCH, "/api/users/me", "displayName=a", MediaType.APPLICATION_FORM_URLENCODED)
                .isProblem(415, "unsupported-media-type");
        seoyeon.send(HttpMethod.PUT, "/api/users/me", "{}").isProblem(405, "method-not-allowed");
        seoyeon.send(HttpMethod.POST, "/api/users/me", "{}").isProblem(405, "method-not-allowed");
    }

    @Test
    void nobodyChangesNothing() {
        nobody().changes("{\"displayName\":\"a\"}").isProblem(401, "not-signed-in");
    }

    @Test
    void changesOfDifferentMembersAtOnceBothLast() throws Exception {
        seoyeon.looksAtThemselves();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 10; round++) {
                var name = "이름" + round;
                var locale = round % 2 == 0 ? "en" : "ko";
                var changes = new ArrayList<Callable<Answer>>();
                changes.add(() -> seoyeon.changes("{\"displayName\":\"" + name + "\"}"));
                changes.add(() -> seoyeon.changes("{\"locale\":\"" + locale + "\"}"));
                for (var answer : threads.invokeAll(changes)) {
                    answer.get().is(200);
                }
                var after = seoyeon.looksAtThemselves();
                assertThat(after.text("/displayName")).isEqualTo(name);
                assertThat(after.text("/locale")).isEqualTo(locale);
            }
        }
    }
}
